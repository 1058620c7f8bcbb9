"""The specification's executable model, loaded from where it lies, made to decide as we do.

The model leaves some things open and takes them from `random`. Ours, without a seed, takes what
became ready first; so does the model here:

- which of several ready threads runs: the one that began to wait first;
- which event of a waitable set is delivered: that of the waitable that joined first;
- which thread of a task is cancelled: the oldest;
- which thread runs while a synchronous task waits: the one with the lowest index;
- whether a thread that waits for something that has happened already lets others run first: no,
  but `yield` always does;
- whether an error context keeps its message: yes.

The model runs each guest thread as a thread of Python. A trap in one would leave its resumer
waiting; here it goes on in the resumer, as it unwinds the whole stack of calls.
"""

from __future__ import annotations

import importlib.util
import sys

import differences


class Unwound(BaseException):
    """Ends a thread of a world that is at its end."""


class Decisions:
    """Stands for the model's module `random`."""

    @staticmethod
    def caller(depth: int = 2) -> str:
        return sys._getframe(depth).f_code.co_name

    def randint(self, low, high):
        if self.caller() == 'canon_error_context_new':
            return low
        depth = 2
        while self.caller(depth + 1) == 'wait_until':
            depth += 1
        return low if self.caller(depth + 1) in ('yield_', 'thread_func') else high

    def choice(self, threads):
        match self.caller():
            case 'tick':
                order = threads[0].task.inst.store.waiting
            case 'request_cancellation':
                order = threads[0].task.threads
            case 'canon_lift':
                return min(threads, key=lambda thread: thread.index)
        return min(threads, key=order.index)

    def shuffle(self, elements):
        pass


class StackSwitching:
    """Carries traps from the model's threads to their resumers, and ends what is left."""

    def __init__(self, definitions):
        self.definitions = definitions
        self.cont_new, self.resume, self.block = (
            definitions.cont_new, definitions.resume, definitions.block)
        definitions.cont_new = self.new
        definitions.resume = self.resumed
        definitions.block = self.blocked
        self.clear()

    def clear(self):
        self.suspended = set()
        self.failure = None
        self.ended = False

    def new(self, f):
        def guarded(cancelled):
            if self.ended:
                return None
            try:
                return f(cancelled)
            except Unwound:
                return None
            except BaseException as failure:
                self.failure = failure
                return None
        cont = self.cont_new(guarded)
        self.suspended.add(cont)
        return cont

    def resumed(self, cont, *arguments):
        self.suspended.remove(cont)
        suspended, switch_to = self.resume(cont, *arguments)
        if suspended is not None:
            self.suspended.add(suspended)
        if self.failure and not self.ended:
            failure, self.failure = self.failure, None
            raise failure
        return suspended, switch_to

    def blocked(self, switch_to):
        cancelled = self.block(switch_to)
        if self.ended:
            raise Unwound()
        return cancelled

    def end(self):
        """Ends every thread that is suspended."""
        self.ended = True
        while self.suspended:
            self.resumed(next(iter(self.suspended)), self.definitions.Cancelled.FALSE, None)
        self.clear()


def load(path: str):
    """The model's module; `stacks` is its stack switching."""
    spec = importlib.util.spec_from_file_location('definitions', path)
    definitions = importlib.util.module_from_spec(spec)
    sys.modules['definitions'] = definitions
    spec.loader.exec_module(definitions)
    definitions.random = Decisions()
    definitions.host_defined_transformation = lambda message: message
    definitions.stacks = StackSwitching(definitions)
    for difference in differences.ALL:
        difference(definitions)
    return definitions
