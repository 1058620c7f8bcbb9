"""A scenario in the specification's model: guests whose code is scripts."""

from __future__ import annotations

from collections import deque

from host import Host
from scenario import Definition, Scenario, Step

MOST_LINES = 3000
MEMORY_SIZE = 4096
UNTOUCHED = b'\xee'
HEAP = 2048
BLOCKED = 0xffff_ffff


def with_numbers(words: str, numbers) -> str:
    return ' '.join([words, *map(str, numbers)])


class Endless(Exception):
    """A scenario goes on for too long to be of use."""


class World:
    """Runs one scenario; `trace` is what was seen, a line each, until a trap ends everything."""

    def __init__(self, model, scenario: Scenario):
        self.model = model
        self.scenario = scenario
        self.trace = []
        self.ended = False
        self.store = model.Store()
        self.events = deque()
        self.host = Host(self)
        self.guests = {}
        self.resources = {}
        self.functions = dict(self.host.functions)
        self.frames = {}
        self.runs = {}
        self.host_calls = []

    def say(self, line: str):
        if not self.ended:
            self.trace.append(line)
        if len(self.trace) > MOST_LINES:
            raise Endless()

    def end(self):
        self.ended = True

    def run(self) -> str:
        try:
            self.define_all()
            for step in self.host_steps():
                self.take(step)
            for guest in self.guests.values():
                guest.say_rest()
        except self.model.Trap:
            self.say('trap')
        finally:
            self.end()
            self.model.stacks.end()
        return ''.join(f'{line}\n' for line in self.trace)

    def define_all(self):
        definitions = self.scenario.definitions
        for definition in definitions:
            self.guest(definition.guest)
        for definition in sorted(definitions, key=lambda each: each.sort != 'resource'):
            self.define(definition)

    def host_steps(self):
        return self.scenario.host

    def guest(self, name: str) -> Guest:
        if name not in self.guests:
            self.guests[name] = Guest(self, name)
        return self.guests[name]

    def define(self, definition: Definition):
        guest = self.guest(definition.guest)
        match definition.sort:
            case 'resource':
                self.resources[definition.full_name] = guest.resource(definition)
            case 'func':
                self.functions[definition.full_name] = guest.lift(definition)
            case 'thread':
                guest.thread_start(definition)

    def tag(self, definition: Definition) -> str:
        name = definition.full_name
        self.runs[name] = self.runs.get(name, 0) + 1
        return f'{name}#{self.runs[name]}'

    def frame(self, guest: Guest, definition: Definition) -> Frame:
        return Frame(guest, self.tag(definition), definition)

    def type(self, text: str):
        """The type that a text means; None for `_`."""
        types, rest = self.types(text + '>')
        assert rest == '>', text
        return types[0] if types else None

    def types(self, text: str):
        """The types between commas up to a `>`, and what follows."""
        types = []
        while text[0] != '>':
            end = min(text.index(c) for c in '<>,' if c in text)
            name, text = text[:end], text[end:]
            if text[0] == '<' and name in ('own', 'borrow'):
                resource, text = text[1:].split('>', 1)
                handle = self.model.OwnType if name == 'own' else self.model.BorrowType
                types.append(handle(self.resources[resource]))
            elif text[0] == '<':
                parts, rest = self.types(text[1:])
                text = rest[1:]
                types.append(self.compound(name, parts))
            else:
                types.append(self.primitive(name))
            text = text.removeprefix(',')
        return types, text

    def compound(self, name, parts):
        match name:
            case 'stream': return self.model.StreamType(parts[0])
            case 'future': return self.model.FutureType(parts[0])
            case 'list': return self.model.ListType(parts[0])
            case 'tuple': return self.model.TupleType(parts)

    def primitive(self, name):
        if name == '_':
            return None
        if name == 'error-context':
            return self.model.ErrorContextType()
        return getattr(self.model, name.capitalize() + 'Type')()

    def function_type(self, parameters: str, result: str, async_: bool):
        types, _ = self.types(parameters + '>')
        return self.model.FuncType(types, [self.type(result)] if result else [], async_)

    def post(self, event):
        """Lets something happen before the next guest thread runs."""
        self.events.append(event)

    def take(self, step: Step):
        self.say(' '.join(['host', step.built_in, *step.operands]))
        match step.operation:
            case 'call': self.call(step)
            case 'cancel': self.host_calls[int(step.operands[0]) - 1].cancel()
            case _: self.host.take(step)
        self.run_until_idle()
        self.host.say_promises()

    def run_until_idle(self):
        while self.events or any(thread.ready() for thread in self.store.waiting):
            if self.events:
                self.events.popleft()()
            else:
                self.store.tick()

    def call(self, step: Step):
        callee, _ = self.functions[step.immediates[0]]
        call = HostCall(self, [int(operand) for operand in step.operands])
        self.host_calls.append(call)
        call.begin(callee)


class HostCall:
    """A call by the host."""

    def __init__(self, world: World, arguments: list[int]):
        self.world = world
        self.name = f'host call {len(world.host_calls) + 1}'
        self.arguments = arguments
        self.on_cancel = None
        self.over = False

    def begin(self, callee):
        self.on_cancel = self.world.store.invoke(callee, self.on_start, self.on_resolve)

    def cancel(self):
        """Asks the guest to end, unless it has or was asked before."""
        on_cancel, self.on_cancel = self.on_cancel, None
        if on_cancel and not self.over:
            on_cancel(None)

    def on_start(self):
        self.world.say(f'{self.name} starts')
        return self.arguments

    def on_resolve(self, result):
        self.over = True
        self.world.say(f'{self.name} is cancelled' if result is None
                       else with_numbers(f'{self.name} returns', result))


class Guest:
    """An instance whose guest code is scripts."""

    def __init__(self, world: World, name: str):
        self.world = world
        self.model = world.model
        self.name = name
        self.instance = self.model.ComponentInstance(world.store)
        self.memory = self.model.MemInst(bytearray(UNTOUCHED * MEMORY_SIZE), 'i32')
        self.known = bytearray(UNTOUCHED * MEMORY_SIZE)
        self.heap_end = HEAP
        self.variables = {}
        self.thread_starts = self.model.Table()
        self.thread_starts.array = []

    def options(self, async_=False, **others):
        return self.model.CanonicalOptions(
            memory=self.memory, realloc=self.realloc, async_=async_, **others)

    def realloc(self, arguments):
        _, _, alignment, size = arguments
        address = self.heap_end + alignment - 1 & -alignment
        self.heap_end = address + size
        self.say(f'{self.name} realloc {alignment} {size} -> {address}')
        return [address]

    def say(self, words: str):
        self.world.say(words)
        at = 0
        while self.memory.bytes != self.known:
            while self.memory[at] == self.known[at]:
                at += 1
            start = at
            while at < MEMORY_SIZE and self.memory[at] != self.known[at]:
                at += 1
            self.known[start:at] = self.memory.bytes[start:at]
            changed = self.known[start:at].hex(' ')
            self.world.say(f'{self.name} memory {start}: {changed}')

    def say_rest(self):
        handles = len(list(self.instance.handles))
        threads = len(list(self.instance.threads))
        self.say(f'{self.name} has {handles} handles and {threads} threads')

    def lift(self, definition: Definition):
        ft = self.world.function_type(
            definition.parameters, definition.result, definition.kind != 'sync')
        returns = definition.kind == 'callback' or (definition.kind != 'stackful' and ft.result)

        def enter(arguments):
            frame = self.world.frame(self, definition)
            self.world.frames[self.model.current_task()] = frame
            result = frame.enter(arguments)
            return [result] if returns else []

        def post_return(results):
            self.world.frames[self.model.current_task()].post_return(results)
            return []

        def call_back(event):
            return [self.world.frames[self.model.current_task()].call_back(event)]

        match definition.kind:
            case 'callback':
                options = self.options(True, callback=call_back)
            case 'stackful':
                options = self.options(True)
            case _:
                options = self.options(
                    post_return=post_return if len(definition.turns) > 1 else None)
        return self.world.store.lift(enter, ft, options, self.instance), ft

    def thread_start(self, definition: Definition):
        def enter(arguments):
            self.world.frame(self, definition).enter(arguments)
            return []
        self.thread_starts.array.append(
            self.model.CoreFuncRef(self.model.CoreFuncType(['i32'], []), enter))

    def resource(self, definition: Definition):
        def destroy(arguments):
            self.world.frame(self, definition).enter(arguments)
            return []
        return self.model.ResourceType(self.instance, destroy)

    def call_built_in(self, step: Step, operands: list[int]) -> list[int]:
        model = self.model
        word = step.immediates[0] if step.immediates else None
        async_ = 'async' in step.immediates
        cancellable = 'cancellable' in step.immediates
        name = 'canon_' + step.operation.replace('.', '_').replace('-', '_')
        match step.operation:
            case 'call' | 'start':
                callee, ft = self.world.functions[word]
                options = self.options(step.operation == 'start')
                return self.world.store.lower(callee, ft, options, self.instance)(operands)
            case 'task.return':
                result = self.world.type(word)
                return model.canon_task_return(
                    [] if result is None else [result], self.options(), operands)
            case 'context.get' | 'context.set':
                return getattr(model, name)('i32', int(word == 'slot1'), *operands)
            case 'resource.new' | 'resource.rep' | 'resource.drop':
                return getattr(model, name)(self.world.resources[word], *operands)
            case 'subtask.cancel':
                return model.canon_subtask_cancel(async_, *operands)
            case 'waitable-set.wait' | 'waitable-set.poll':
                return getattr(model, name)(cancellable, self.memory, *operands)
            case 'error-context.new' | 'error-context.debug-message':
                return getattr(model, name)(self.options(), *operands)
            case 'thread.new-indirect':
                return model.canon_thread_new_indirect(
                    model.CoreFuncType(['i32'], []), self.thread_starts, *operands)
            case 'thread.index' | 'thread.resume-later':
                return getattr(model, name)(*operands)
        sort, what = step.operation.split('.')
        if sort == 'thread':
            return [int(n) for n in getattr(model, name)(cancellable, *operands)]
        if sort in ('stream', 'future'):
            make = model.StreamType if sort == 'stream' else model.FutureType
            immediates = [make(self.world.type(word))]
            if what in ('read', 'write'):
                immediates.append(self.options(async_))
            elif what.startswith('cancel'):
                immediates.append(async_)
            return getattr(model, name)(*immediates, *operands)
        return getattr(model, name)(*operands)


class Frame:
    """A run of a definition's script as guest code."""

    YIELD = 1
    WAIT = 2

    def __init__(self, guest: Guest, tag: str, definition: Definition):
        self.guest = guest
        self.tag = tag
        self.definition = definition
        self.locals = {}
        self.turn = 0

    def enter(self, arguments):
        self.locals = {f'a{i}': argument for i, argument in enumerate(arguments)}
        self.guest.say(with_numbers(f'{self.tag} enters', arguments))
        return self.run_turn()

    def call_back(self, event):
        self.locals |= zip(('event', 'p1', 'p2'), map(int, event))
        self.guest.say(with_numbers(f'{self.tag} called-back', map(int, event)))
        return self.run_turn()

    def post_return(self, results):
        self.guest.say(with_numbers(f'{self.tag} post-return', results))
        self.run_turn()

    def steps(self):
        """The steps of the next turn."""
        turns = self.definition.turns
        steps = turns[self.turn] if self.turn < len(turns) else []
        self.turn += 1
        return steps

    def run_turn(self) -> int:
        for step in self.steps():
            operands = [self.value(operand) for operand in step.operands]
            said = with_numbers(f'{self.tag} {step.built_in}', operands)
            match step.operation:
                case 'exit':
                    return self.ended(said, 0)
                case 'yield':
                    return self.ended(said, self.YIELD)
                case 'wait':
                    return self.ended(said, self.WAIT | operands[0] << 4)
                case 'return':
                    return self.ended(said, operands[0])
                case _:
                    self.run(step, operands, said)
        return self.ended(f'{self.tag} ends', 0)

    def ended(self, said, result):
        self.guest.say(said)
        return result

    def value(self, operand: str) -> int:
        if operand[0] != '$':
            return int(operand)
        name = operand[1:]
        return self.locals.get(name, self.guest.variables.get(name, 0))

    def run(self, step: Step, operands, said):
        guest = self.guest
        match step.operation:
            case 'let':
                guest.variables[step.targets[0]] = operands[0]
            case 'load':
                loaded = int.from_bytes(guest.memory[operands[0]:operands[0] + 4], 'little')
                guest.variables[step.targets[0]] = loaded
                guest.say(f'{said} -> {loaded:x}')
            case 'store' | 'store-words':
                size = 1 if step.operation == 'store' else 4
                at = operands[0]
                values = b''.join(n.to_bytes(size, 'little') for n in operands[1:])
                guest.memory[at:at + len(values)] = values
                guest.known[at:at + len(values)] = values
                guest.say(said)
            case _:
                self.call(step, operands, said)

    def call(self, step: Step, operands, said):
        result = self.guest.call_built_in(step, operands)
        self.guest.say(f'{said} -> {int(result[0]):x}' if result else said)
        self.assign(step, int(result[0]) if result else 0)

    def assign(self, step: Step, result: int):
        variables = self.guest.variables
        match step.targets:
            case [low, high]:
                variables[low] = result & 0xffff_ffff
                variables[high] = result >> 32
            case [target]:
                variables[target] = result >> 4 if step.operation == 'start' else result
