"""Random scenarios: made while the model runs them, so that most steps mean something.

Each frame asks for its next step when it needs one. The step is chosen from what the guest has at
that moment (handles, threads, a task that must return) and written down; what was written down is
the scenario.
"""

from __future__ import annotations

import random

from scenario import Definition, Scenario, Step
from world import Frame, World

ELEMENTS = ['_', 'u8', 'u8', 'u16', 'u32', 'u64', 'string', 'tuple<u8,u32>', 'list<u16>',
            'stream<u8>', 'own<A.R>']
NUMBERS = ['_', 'u8', 'u16', 'u32', 'u64']
KINDS = ['sync', 'blocking', 'callback', 'callback', 'callback', 'stackful', 'stackful']
RESULTS = ['', '', 'u32', 'u32', 'u64', 'stream<u8>']
NEVER, WAITS, SWITCHES = range(3)
TEXT = 1900
RETURNED = 1000


class Options:
    """What can come next, each with its weight."""

    def __init__(self, random):
        self.random = random
        self.weights = []
        self.makers = []

    def make(self, weight: float, maker):
        """Something that is made once it is picked."""
        self.weights.append(weight)
        self.makers.append(maker)

    def step(self, weight: float, operation, immediates=(), operands=()):
        step = Step([], operation, list(immediates), [str(operand) for operand in operands])
        self.make(weight, lambda: [step])

    def pick(self):
        return self.random.choices(self.makers, self.weights)[0]()


class Generated(World):
    """A world whose scenario is made up as it runs."""

    def __init__(self, model, seed: int):
        self.random = random.Random(seed)
        super().__init__(model, Scenario(f'random {seed}'))
        self.left = self.random.choice([10, 20, 40, 60, 80, 150])
        self.names = self.random.choice(['AB', 'AB', 'ABC'])
        self.blocking = {name: self.random.choice([NEVER, WAITS, WAITS, SWITCHES, SWITCHES])
                         for name in self.names}
        self.finished = set()
        self.handle_names = {}
        self.count = 0
        self.repeated = 0

    def define_all(self):
        for name in self.names:
            self.add(Definition('resource', name, 'R'))
        self.element_texts = [(self.type(text), text) for text in ELEMENTS]

    def add(self, definition: Definition) -> Definition:
        self.scenario.definitions.append(definition)
        self.define(definition)
        return definition

    def fresh(self, prefix: str) -> str:
        self.count += 1
        return f'{prefix}{self.count}'

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def text(self, element) -> str:
        return next(text for t, text in self.element_texts if t == element)

    def host_steps(self):
        for _ in range(self.random.randint(1, 8)):
            if self.left <= 0:
                return
            step = self.host_step()
            self.scenario.host.append(step)
            yield step

    def host_step(self) -> Step:
        host = self.host
        options = Options(self.random)
        options.make(3, lambda: [self.host_call()])

        def numbered(weight, operation, things, *operands):
            if things:
                number = self.random.randint(1, len(things))
                options.step(weight, operation, (), [number, *operands])
        r = self.random.randint
        numbered(5, 'resolve', host.calls, r(0, 99))
        numbered(5, 'write', host.sources, *[r(0, 99) for _ in range(r(1, 4))])
        numbered(1.5, 'finish', host.sources)
        numbered(3, 'fulfil', host.promises, r(0, 99))
        numbered(5, 'read', host.readers, r(1, 4))
        numbered(1.5, 'stop', host.readers)
        numbered(0.7, 'cancel', self.host_calls)
        [step] = options.pick()
        return step

    def host_call(self) -> Step:
        known = [d for d in self.finished_functions() if all(
            t == 'u32' for t in d.parameters.split(',') if t) and d.result in ('', 'u32')]
        if known:
            function = self.random.choice(known)
        else:
            parameters = ['u32'] * self.random.randint(0, 1)
            function = self.function(
                self.random.choice(self.names), parameters, self.random.choice(['', 'u32']))
        count = len([t for t in function.parameters.split(',') if t])
        operands = [str(self.random.randint(0, 99)) for _ in range(count)]
        return Step([], 'call', [function.full_name], operands)

    def finished_functions(self):
        """Those that can be called once more; not always, or some would call each other for ever."""
        if self.repeated >= 3 or not self.chance(0.1):
            return []
        return [d for d in self.scenario.definitions
                if d.sort == 'func' and d.full_name in self.finished]

    def function(self, guest: str, parameters, result, kinds=KINDS) -> Definition:
        kind = self.random.choice(kinds)
        return self.add(Definition(
            'func', guest, self.fresh('f'), kind, ','.join(parameters), result, [[]]))

    def frame(self, guest, definition):
        if self.runs.get(definition.full_name):
            self.repeated += definition.sort == 'func'
            return super().frame(guest, definition)
        return GeneratedFrame(guest, self.tag(definition), definition)


class GeneratedFrame(Frame):
    """Makes up its steps when it is asked for them."""

    def __init__(self, guest, tag, definition):
        super().__init__(guest, tag, definition)
        self.world = guest.world
        self.model = guest.model
        self.random = self.world.random
        self.instance = guest.instance
        self.handle_names = self.world.handle_names.setdefault(guest.name, {})

    # What there is.

    @property
    def thread(self):
        return self.model.current_thread()

    @property
    def task(self):
        return self.thread.task

    def resolved(self):
        return self.task.state == self.model.Task.State.RESOLVED

    def may_block(self):
        """Whether a synchronous built-in would not trap for being called here."""
        return self.world.blocking[self.guest.name] > NEVER and (
            self.task.ft.async_ or self.thread is not self.task.implicit_thread)

    def handles(self, sort, where=lambda handle: True):
        return [(index, handle) for index, handle in enumerate(self.instance.handles.array)
                if isinstance(handle, sort) and where(handle)]

    def operand(self, index: int) -> str:
        name = self.handle_names.get(index)
        if name and self.guest.variables.get(name) == index:
            return f'${name}'
        return str(index)

    def named(self, prefix: str, operation, immediates=(), operands=()):
        """A step whose result is a handle, which gets a name."""
        return Step([self.world.fresh(prefix)], operation, list(immediates), list(operands))

    def assign(self, step, result):
        super().assign(step, result)
        for target in step.targets:
            self.handle_names[self.guest.variables[target]] = target

    def one_in(self, things):
        return self.random.choice(things)

    # Turns.

    def steps(self):
        turns = self.definition.turns
        if self.turn >= len(turns):
            turns.append([])
        turn = turns[self.turn]
        self.turn += 1
        for step in self.made():
            turn.append(step)
            yield step
        if self.is_over(turn):
            self.world.finished.add(self.definition.full_name)

    @staticmethod
    def is_over(turn):
        return not turn or turn[-1].operation not in ('wait', 'yield')

    def made(self):
        if self.turn == 1:
            yield from self.name_arguments()
        length = 1 + int(self.random.expovariate(0.2))
        if self.definition.sort == 'resource':
            length = self.random.choice([0, 0, 1, 2])
        while length > 0 and self.world.left > 0:
            length -= 1
            for step in self.next_steps():
                self.world.left -= 1
                yield step
        yield from self.last_steps()

    def name_arguments(self):
        for number, text in enumerate(self.parameter_types()):
            if text != 'u32':
                yield Step([self.world.fresh('h')], 'let', [], [f'$a{number}'])

    def parameter_types(self):
        text = self.definition.parameters
        return text.split(',') if text else []

    def run(self, step, operands, said):
        super().run(step, operands, said)
        if step.operation == 'let':
            self.handle_names[operands[0]] = step.targets[0]

    def last_steps(self):
        kind = self.definition.kind
        if self.definition.sort != 'func':
            return
        if kind in ('callback', 'stackful') and not self.resolved():
            waits = kind == 'callback' and self.world.left > 0
            if not waits or self.world.chance(0.3):
                yield from self.resolve()
        if kind == 'callback':
            yield self.callback_end()
        elif kind != 'stackful' and self.definition.result:
            steps, operands = self.result()
            yield from steps
            yield Step([], 'return', [], operands)

    def callback_end(self):
        options = Options(self.random)
        options.step(4 if self.resolved() else 0.05, 'exit')
        if self.world.left > 0:
            options.step(1.5, 'yield')
            for index, wset in self.handles(self.model.WaitableSet):
                options.step(3 if wset.elems else 0.3, 'wait', (), [self.operand(index)])
        [step] = options.pick()
        return step

    def resolve(self):
        state = self.model.Task.State
        if self.task.state == state.CANCEL_DELIVERED and self.world.chance(0.7):
            yield Step([], 'task.cancel', [], [])
            return
        steps, operands = self.result()
        yield from steps
        yield Step([], 'task.return', [self.definition.result or '_'], operands)

    def result(self):
        """Steps that make a result, and its operands."""
        match self.definition.result:
            case '':
                return [], []
            case 'stream<u8>':
                ends = self.idle_ends(self.model.ReadableStreamEnd, ['u8'])
                if ends:
                    return [], [self.operand(self.one_in(ends)[0])]
                r, w = self.world.fresh('r'), self.world.fresh('w')
                return [Step([r, w], 'stream.new', ['u8'], [])], [f'${r}']
            case _:
                return [], [str(self.random.randint(0, 99))]

    # Steps.

    def next_steps(self) -> list[Step]:
        while True:
            steps = self.any_steps()
            if all(self.blocking(step) <= self.world.blocking[self.guest.name] for step in steps):
                return steps

    def blocking(self, step) -> int:
        """How a guest can block that has a built-in: ours runs guests in other ways for it."""
        sort, _, what = step.operation.partition('.')
        if 'cancellable' in step.immediates and what != 'poll':
            return SWITCHES
        if sort == 'thread' and what not in ('index', 'new-indirect', 'resume-later'):
            return WAITS if what == 'yield' else SWITCHES
        if what == 'wait':
            return WAITS
        if sort == 'call':
            _, ft = self.world.functions[step.immediates[0]]
            return WAITS if ft.async_ else NEVER
        copies = sort in ('stream', 'future') and what.split('-')[0] in ('read', 'write', 'cancel')
        waits = (copies or step.operation == 'subtask.cancel') and 'async' not in step.immediates
        return WAITS if waits else NEVER

    def any_steps(self) -> list[Step]:
        options = Options(self.random)
        for add in (self.add_simple, self.add_threads, self.add_sets, self.add_subtasks,
                    self.add_ends, self.add_calls, self.add_resources, self.add_task):
            add(options)
        return options.pick()

    def add_simple(self, options):
        slot = self.one_in(['slot0', 'slot1'])
        options.step(0.3, 'context.get', [slot])
        options.step(0.3, 'context.set', [slot], [self.random.randint(1, 99)])
        options.step(0.3, 'backpressure.inc')
        options.step(2 if self.instance.backpressure else 0.01, 'backpressure.dec')
        element = self.one_in(ELEMENTS)
        for sort in 'stream', 'future':
            options.make(1.3, lambda sort=sort: [Step(
                [self.world.fresh('r'), self.world.fresh('w')], f'{sort}.new', [element], [])])
        options.make(0.2, lambda: [
            Step([], 'store', [], [str(TEXT), *map(str, b'abcd')]),
            self.named('e', 'error-context.new', (), [str(TEXT), str(self.random.randint(0, 4))])])
        for index, _ in self.handles(self.model.ErrorContext):
            options.step(0.3, 'error-context.debug-message', (), [index, 8 * self.random.randint(0, 9)])
            options.step(0.3, 'error-context.drop', (), [index])
        if self.world.chance(0.05):
            self.add_nonsense(options)

    def add_nonsense(self, options):
        """A built-in on any handle: most of the time it traps."""
        size = len(self.instance.handles.array)
        index = self.random.randrange(size + 1)
        operation, *immediates = self.one_in([
            'subtask.drop', 'waitable-set.drop', 'subtask.cancel', 'subtask.cancel async',
            'error-context.drop', 'stream.drop-readable u8', 'stream.drop-writable u8',
            'future.drop-readable u8', 'future.drop-writable u8', 'stream.cancel-read u8 async',
            'stream.cancel-write u8', 'thread.resume-later', 'resource.drop A.R',
            'resource.rep A.R']).split()
        options.step(4, operation, immediates, [self.operand(index)])

    def add_threads(self, options):
        cancellable = ['cancellable'] if self.world.chance(0.3) else []
        options.step(0.2, 'thread.index')
        options.step(1, 'thread.yield', cancellable)
        options.step(0.15 if self.may_block() else 0.01, 'thread.suspend', cancellable)
        options.make(0.6, self.new_thread)
        for index, thread in enumerate(self.instance.threads.array):
            if thread is None or thread is self.thread:
                continue
            operand = [self.thread_operand(index)]
            if thread.suspended():
                options.step(3, 'thread.resume-later', (), operand)
                options.step(0.7, 'thread.suspend-then-resume', cancellable, operand)
                options.step(1, 'thread.yield-then-resume', cancellable, operand)
            options.step(0.2, 'thread.suspend-then-promote', cancellable, operand)
            options.step(0.4, 'thread.yield-then-promote', cancellable, operand)

    def thread_operand(self, index):
        for name, value in self.guest.variables.items():
            if name.startswith('t') and value == index:
                return f'${name}'
        return str(index)

    def new_thread(self):
        definition = self.world.add(Definition('thread', self.guest.name, self.world.fresh('t')))
        starts = [d for d in self.world.scenario.definitions
                  if d.sort == 'thread' and d.guest == self.guest.name]
        return [Step([self.world.fresh('t')], 'thread.new-indirect', [],
                     [str(starts.index(definition)), str(self.random.randint(0, 99))])]

    def add_sets(self, options):
        model = self.model
        sets = self.handles(model.WaitableSet)
        options.make(1 if len(sets) < 2 else 0.1, lambda: [self.named('s', 'waitable-set.new')])
        cancellable = ['cancellable'] if self.world.chance(0.3) else []
        for index, wset in sets:
            ready = wset.has_pending_event()
            operands = [self.operand(index), 8 * self.random.randint(0, 9)]
            blocking = (0.6 if wset.elems else 0.1) if self.may_block() else 0.01
            options.step(5 if ready else blocking, 'waitable-set.wait', cancellable, operands)
            options.step(2 if ready else 0.6, 'waitable-set.poll', cancellable, operands)
            busy = wset.elems or wset.num_waiting
            options.step(0.05 if busy else 0.4, 'waitable-set.drop', (), operands[:1])
        for index, waitable in self.handles(model.Waitable):
            if sets:
                chosen = self.operand(self.one_in(sets)[0])
                joins = 0.2 if waitable.in_waitable_set() else 1.5
                if isinstance(waitable, model.CopyEnd) and not waitable.copying():
                    joins = 0.2
                options.step(joins, 'waitable.join', (), [self.operand(index), chosen])
            if waitable.in_waitable_set():
                options.step(0.5, 'waitable.join', (), [self.operand(index), 0])

    def add_subtasks(self, options):
        for index, subtask in self.handles(self.model.Subtask):
            operand = [self.operand(index)]
            known = subtask.resolve_delivered() or subtask.cancellation_requested
            options.step(0.03 if known else 1.2, 'subtask.cancel', ['async'], operand)
            blocks = 0.5 if self.may_block() and not subtask.in_waitable_set() else 0.02
            options.step(0.03 if known else blocks, 'subtask.cancel', (), operand)
            options.step(2 if subtask.resolve_delivered() else 0.03, 'subtask.drop', (), operand)

    def idle_ends(self, sort, elements=ELEMENTS):
        return self.handles(sort, lambda end: end.state == self.model.CopyState.IDLE
                            and not end.in_waitable_set()
                            and self.world.text(end.shared.t) in elements)

    def add_ends(self, options):
        model = self.model
        for sort, end_type, operation in [
                ('stream', model.ReadableStreamEnd, 'read'),
                ('stream', model.WritableStreamEnd, 'write'),
                ('future', model.ReadableFutureEnd, 'read'),
                ('future', model.WritableFutureEnd, 'write')]:
            for index, end in self.handles(end_type):
                self.add_end(options, sort, operation, index, end)

    def add_end(self, options, sort, operation, index, end):
        states = self.model.CopyState
        element = self.world.text(end.shared.t)
        operand = self.operand(index)
        idle = end.state == states.IDLE
        done = end.state == states.DONE
        unwritten = sort == 'future' and operation == 'write' and not done
        shared = end.shared
        if (getattr(shared, 'pending_inst', None) is self.instance
                and element not in NUMBERS and not end.copying()):
            idle = False
        blocks = 0.6 if self.may_block() and not end.in_waitable_set() else 0.01
        for flags, weight in ([['async'], 2], [[], blocks]):
            options.make(
                weight if idle else 0.03,
                lambda flags=flags: self.copy(sort, operation, element, flags, operand))
            options.step(
                0.4 * weight if end.state == states.COPYING and not end.has_sync_waiter else 0.01,
                f'{sort}.cancel-{operation}', [element, *flags], [operand])
        side = 'readable' if operation == 'read' else 'writable'
        options.step(
            0.01 if end.copying() or unwritten else 2 if done else 0.4,
            f'{sort}.drop-{side}', [element], [operand])

    def copy(self, sort, operation, element, flags, operand):
        length = 1 if sort == 'future' else self.one_in([0, 1, 1, 2, 3, 4])
        address = 64 * self.random.randint(2, 14)
        before = []
        if operation == 'write' and length:
            before, length = self.content(element, address, length)
            if sort == 'future' and not length:
                return [Step([], 'thread.index', [], [])]
        operands = [operand, str(address)] + ([str(length)] if sort == 'stream' else [])
        return [*before, Step([], f'{sort}.{operation}', [element, *flags], operands)]

    def content(self, element, address, length):
        """Steps that store elements to write, and how many there are."""
        words = []
        if element == '_':
            return [], length
        if element in ('string', 'list<u16>'):
            for _ in range(length):
                words += [TEXT, self.random.randint(0, 2)]
            return [Step([], 'store', [], [str(TEXT), *map(str, b'abcd')]),
                    Step([], 'store-words', [], [str(address), *map(str, words)])], length
        if element in ('stream<u8>', 'own<A.R>'):
            return self.handle_content(element, address, length)
        size = self.model.elem_size(self.world.type(element), 'i32')
        values = [str(self.random.randint(0, 255)) for _ in range(length * size)]
        return [Step([], 'store', [], [str(address), *values])], length

    def handle_content(self, element, address, length):
        if element == 'stream<u8>':
            candidates = self.idle_ends(self.model.ReadableStreamEnd, ['u8'])
        else:
            resource = self.world.resources['A.R']
            candidates = self.handles(
                self.model.ResourceHandle,
                lambda h: h.own and h.rt is resource and not h.num_lends)
        chosen = candidates[:length]
        operands = [self.operand(index) for index, _ in chosen]
        return [Step([], 'store-words', [], [str(address), *operands])], len(chosen)

    def add_resources(self, options):
        model = self.model
        name = f'{self.guest.name}.R'
        options.make(0.6, lambda: [self.named(
            'o', 'resource.new', [name], [str(self.random.randint(1, 99))])])
        for index, handle in self.handles(model.ResourceHandle):
            owner = next(n for n, rt in self.world.resources.items() if rt is handle.rt)
            if owner == name:
                options.step(0.3, 'resource.rep', [owner], [self.operand(index)])
            weight = 0.05 if handle.num_lends else 0.3 if handle.own else 1.5
            options.step(weight, 'resource.drop', [owner], [self.operand(index)])

    def add_task(self, options):
        if self.definition.kind in ('callback', 'stackful') or (
                self.definition.sort == 'thread' and self.task.opts.async_):
            state = self.task.state
            states = self.model.Task.State
            if self.definition.sort == 'func':
                weight = 0.01 if state == states.RESOLVED else 0.8
                options.make(weight, lambda: list(self.resolve()))
            options.step(5 if state == states.CANCEL_DELIVERED else 0.01, 'task.cancel')

    # Calls.

    def add_calls(self, options):
        others = [name for name in self.world.names if name != self.guest.name]
        free = [name for name in others
                if self.world.guest(name).instance.may_enter_from(self.instance)]
        if free or self.world.chance(0.005):
            options.make(3, lambda: self.call_guest(self.one_in(free or others)))
        options.make(1.8, self.call_host)

    def call_guest(self, name):
        asynchronous = self.world.chance(0.7)
        waits = not asynchronous and (self.may_block() or self.world.chance(0.02))
        kinds = ['blocking', 'callback', 'callback', 'stackful'] if asynchronous else (
            ['sync', 'sync', 'blocking', 'callback', 'stackful'] if waits else ['sync'])
        known = [d for d in self.world.finished_functions()
                 if d.guest == name and not d.parameters and d.kind in kinds]
        if known:
            function, operands = self.one_in(known), []
        else:
            parameters, operands = self.arguments()
            function = self.world.function(name, parameters, self.one_in(RESULTS), kinds)
        return [self.call_step(function.full_name, function.result, operands, asynchronous)]

    def call_step(self, function, result, operands, asynchronous):
        if not asynchronous:
            return Step([self.world.fresh('x')], 'call', [function], operands)
        if result:
            operands = [*operands, str(RETURNED + 8 * self.random.randint(0, 9))]
        return Step([self.world.fresh('c')], 'start', [function], operands)

    def arguments(self):
        """Types and operands for parameters, of what the guest has."""
        model = self.model
        choices = [('u32', str(self.random.randint(0, 99)))]
        for sort, end_type in (('stream', model.ReadableStreamEnd),
                               ('future', model.ReadableFutureEnd)):
            for index, end in self.idle_ends(end_type):
                choices.append((
                    f'{sort}<{self.world.text(end.shared.t)}>', self.operand(index)))
        for index, handle in self.handles(model.ResourceHandle):
            owner = next(n for n, rt in self.world.resources.items() if rt is handle.rt)
            own = handle.own and not handle.num_lends and self.world.chance(0.3)
            choices.append((f'{"own" if own else "borrow"}<{owner}>', self.operand(index)))
        chosen = self.random.sample(choices, min(len(choices), self.random.randint(0, 3)))
        # Commas within types would need a parser where parameters are counted.
        chosen = [(text, operand) for text, operand in chosen if ',' not in text]
        return [text for text, _ in chosen], [operand for _, operand in chosen]

    def call_host(self):
        model = self.model
        x = [str(self.random.randint(0, 99))]
        choices = [('now', 'u32', x), ('soon', 'u32', x), ('later', 'u32', x),
                   ('later', 'u32', x), ('stubborn', 'u32', x), ('bytes', '', []),
                   ('words', '', []), ('promise', '', [])]
        for name, end_type, element in (('read-bytes', model.ReadableStreamEnd, 'u8'),
                                        ('read-words', model.ReadableStreamEnd, 'string'),
                                        ('read-promise', model.ReadableFutureEnd, 'u8')):
            for index, _ in self.idle_ends(end_type, [element]):
                choices += 3 * [(name, '', [self.operand(index)])]
        name, result, operands = self.one_in(choices)
        is_async = name in ('soon', 'later', 'stubborn')
        asynchronous = is_async and (not self.may_block() or self.world.chance(0.8))
        return [self.call_step(f'host.{name}', result, operands, asynchronous)]


def generate(model, seed: int) -> Scenario:
    world = Generated(model, seed)
    world.run()
    return world.scenario
