"""Scenarios: what guests and the host do, as README.md describes the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TITLE = '== '
FUNCTION = re.compile(r'func (\w+)\.(\S+) (\w+) \((.*)\)(?: -> (\S+))?$')
OTHER = re.compile(r'(thread|resource) (\w+)\.(\S+)$')


def is_operand(word: str) -> bool:
    return word[0] == '$' or word[0].isdigit()


@dataclass
class Step:
    targets: list[str]
    operation: str
    immediates: list[str]
    operands: list[str]

    @staticmethod
    def of(line: str) -> Step:
        words = line.split()
        equals = words.index('=') if '=' in words else -1
        rest = words[equals + 2:]
        return Step(words[:max(equals, 0)], words[equals + 1],
                    [w for w in rest if not is_operand(w)], [w for w in rest if is_operand(w)])

    @property
    def built_in(self) -> str:
        return ' '.join([self.operation, *self.immediates])

    def __str__(self):
        assigned = [*self.targets, '='] if self.targets else []
        return ' '.join([*assigned, self.built_in, *self.operands])


@dataclass
class Definition:
    """A function that a guest exports, a thread that it starts, or a resource type it defines."""
    sort: str
    guest: str
    name: str
    kind: str = ''
    parameters: str = ''
    result: str = ''
    turns: list[list[Step]] = field(default_factory=lambda: [[]])

    @property
    def full_name(self) -> str:
        return f'{self.guest}.{self.name}'

    @property
    def head(self) -> str:
        if self.sort != 'func':
            return f'{self.sort} {self.full_name}'
        result = f' -> {self.result}' if self.result else ''
        return f'func {self.full_name} {self.kind} ({self.parameters}){result}'

    @staticmethod
    def of(line: str) -> Definition:
        if match := FUNCTION.match(line):
            guest, name, kind, parameters, result = match.groups()
            return Definition('func', guest, name, kind, parameters, result or '')
        if match := OTHER.match(line):
            return Definition(*match.groups())
        raise ValueError(f'neither a definition nor an indented step: {line}')


@dataclass
class Scenario:
    title: str
    definitions: list[Definition] = field(default_factory=list)
    host: list[Step] = field(default_factory=list)

    def __str__(self):
        lines = [TITLE + self.title]
        for definition in self.definitions:
            lines.append(definition.head)
            for number, turn in enumerate(definition.turns):
                if number:
                    lines.append('turn')
                lines += [f'  {step}' for step in turn]
        lines.append('host')
        lines += [f'  {step}' for step in self.host]
        return '\n'.join(lines) + '\n'

    @staticmethod
    def all(text: str) -> list[Scenario]:
        scenarios = []
        steps = None
        for line in text.splitlines():
            if line.startswith(TITLE):
                scenarios.append(Scenario(line[len(TITLE):]))
                continue
            line = line.split('#')[0].rstrip()
            if not line:
                continue
            scenario = scenarios[-1]
            if line.startswith(' '):
                steps.append(Step.of(line))
            elif line == 'host':
                steps = scenario.host
            elif line == 'turn':
                steps = []
                scenario.definitions[-1].turns.append(steps)
            else:
                scenario.definitions.append(Definition.of(line))
                steps = scenario.definitions[-1].turns[0]
        return scenarios
