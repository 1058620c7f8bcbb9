"""Makes a scenario smaller, as long as it stays what it is of interest for."""

from __future__ import annotations

import copy

from scenario import Scenario


def shrink(scenario: Scenario, interesting) -> Scenario:
    """Leaves out definitions, turns and steps, the last first, until nothing can be left out."""
    smaller = True
    while smaller:
        smaller = False
        for lists in (definition_lists, turn_lists, step_lists):
            position = 0
            while True:
                candidate = copy.deepcopy(scenario)
                places = [(which, at) for which in lists(candidate)
                          for at in reversed(range(len(which)))]
                if position >= len(places):
                    break
                which, at = places[position]
                del which[at]
                if interesting(candidate):
                    scenario = candidate
                    smaller = True
                else:
                    position += 1
    return scenario


def definition_lists(scenario):
    return [scenario.definitions]


def turn_lists(scenario):
    return [d.turns for d in scenario.definitions if len(d.turns) > 1]


def step_lists(scenario):
    return [scenario.host] + [turn for d in reversed(scenario.definitions) for turn in d.turns]
