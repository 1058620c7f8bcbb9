"""The host of a scenario, over the model: it does what a host in Java does with ours.

Streams and futures between the host and guests are the host's own business in the specification.
Ours are Java's publishers and stages; here is the same by the model's interfaces.
"""

from __future__ import annotations


class Host:
    """What guests get of it is numbered from 1, for the steps that follow."""

    def __init__(self, world):
        self.world = world
        self.calls = []
        self.sources = []
        self.promises = []
        self.readers = []
        self.awaited = []
        model = world.model
        self.source_class = type('Source', (Source, model.ReadableStream), {})
        self.promise_class = type('Promise', (Promise, model.ReadableFuture), {})
        self.room_class = type('Room', (Room, model.WritableBuffer), {})
        u32, byte, word = model.U32Type(), model.U8Type(), model.StringType()
        self.functions = {
            'host.now': (self.now, self.type([u32], u32)),
            'host.soon': (self.soon, self.type([u32], u32, async_=True)),
            'host.later': (self.later, self.type([u32], u32, async_=True)),
            'host.stubborn': (self.stubborn, self.type([u32], u32, async_=True)),
            'host.bytes': (self.source(byte), self.type([], model.StreamType(byte))),
            'host.words': (self.source(word), self.type([], model.StreamType(word))),
            'host.promise': (self.promise, self.type([], model.FutureType(byte))),
            'host.read-bytes': (self.reader, self.type([model.StreamType(byte)])),
            'host.read-words': (self.reader, self.type([model.StreamType(word)])),
            'host.read-promise': (self.read_promise, self.type([model.FutureType(byte)])),
        }

    def type(self, parameters, result=None, async_=False):
        return self.world.model.FuncType(parameters, [result] if result else [], async_)

    def now(self, on_start, on_resolve, caller):
        [x] = on_start()
        self.world.say(f'host.now {x}')
        on_resolve([x + 1])

    def soon(self, on_start, on_resolve, caller):
        [x] = on_start()
        self.world.say(f'host.soon {x}')
        on_resolve([x + 1])

    def later(self, on_start, on_resolve, caller):
        return self.begin('later', on_start, on_resolve, cancellable=True)

    def stubborn(self, on_start, on_resolve, caller):
        return self.begin('stubborn', on_start, on_resolve, cancellable=False)

    def begin(self, name, on_start, on_resolve, cancellable):
        [x] = on_start()
        call = Call(self.world, len(self.calls) + 1, on_resolve, cancellable)
        self.calls.append(call)
        self.world.say(f'host.{name} {x} is call {call.number}')
        return call.cancel

    def source(self, element):
        def give(on_start, on_resolve, caller):
            on_start()
            source = self.source_class(self.world, len(self.sources) + 1, element)
            self.sources.append(source)
            on_resolve([source])
        return give

    def promise(self, on_start, on_resolve, caller):
        on_start()
        promise = self.promise_class(self.world, self.world.model.U8Type())
        self.promises.append(promise)
        self.world.say(f'host.promise is promise {len(self.promises)}')
        on_resolve([promise])

    def reader(self, on_start, on_resolve, caller):
        [stream] = on_start()
        self.readers.append(Reader(self.world, len(self.readers) + 1, stream))
        on_resolve([])

    def read_promise(self, on_start, on_resolve, caller):
        [future] = on_start()
        self.awaited.append(Awaited(self.world, future))
        on_resolve([])

    def take(self, step):
        number, *values = map(int, step.operands)
        things = {'resolve': self.calls, 'write': self.sources, 'finish': self.sources,
                  'fulfil': self.promises, 'read': self.readers,
                  'stop': self.readers}[step.operation]
        if not 1 <= number <= len(things):
            self.world.say(f'host has no {number}')
            return
        thing = things[number - 1]
        match step.operation:
            case 'resolve': thing.resolve(values[0])
            case 'write': thing.write(values)
            case 'finish': thing.finish()
            case 'fulfil': thing.fulfil(values[0])
            case 'read': thing.request(values[0])
            case 'stop': thing.stop()

    def say_promises(self):
        for number, awaited in enumerate(self.awaited, 1):
            if awaited.came and not awaited.told:
                awaited.told = True
                self.world.say(f'host promise {number} came: {awaited.came[0]}')


class Call:
    """A call by a guest that ends when a step says so."""

    def __init__(self, world, number, on_resolve, cancellable):
        self.world = world
        self.number = number
        self.on_resolve = on_resolve
        self.cancellable = cancellable
        self.done = False

    def resolve(self, value):
        if not self.done:
            self.done = True
            self.world.post(lambda: self.on_resolve([value]))

    def cancel(self, caller):
        self.world.say(f'host call {self.number} is asked to end')
        if self.cancellable and not self.done:
            self.done = True
            self.on_resolve(None)


class Pending:
    """The end of a transfer that a guest has begun to read."""

    def __init__(self):
        self.clear()

    def clear(self):
        self.buffer = self.on_copy = self.on_copy_done = None

    def __bool__(self):
        return self.buffer is not None

    def set(self, buffer, on_copy, on_copy_done):
        self.buffer, self.on_copy, self.on_copy_done = buffer, on_copy, on_copy_done

    def finish(self, result):
        if self:
            done = self.on_copy_done
            self.clear()
            done(result)


class Source:
    """A stream that the host writes: items wait until a guest's read asks for them."""

    def __init__(self, world, number, element):
        self.world = world
        self.number = number
        self.t = element
        self.items = []
        self.demand = 0
        self.finished = self.completed = False
        self.values = []
        self.asked = 0
        self.ended = self.dropped = False
        self.pending = Pending()
        world.say(f'host makes source {number}')

    # What a publisher does.

    def write(self, numbers):
        if not self.finished:
            words = isinstance(self.t, self.world.model.StringType)
            self.items += [self.word(number) if words else number for number in numbers]
            self.publish()

    @staticmethod
    def word(number):
        return f'w{number}', 'utf8', len(f'w{number}')

    def finish(self):
        self.finished = True
        self.publish()

    def request(self, count):
        self.world.say(f'host source {self.number} is asked for {count}')
        self.demand += count
        self.publish()

    def publish(self):
        while self.demand > 0 and self.items:
            self.demand -= 1
            item = self.items.pop(0)
            self.world.post(lambda item=item: self.deliver(item))
        if self.finished and not self.items and not self.completed:
            self.completed = True
            self.world.post(self.end)

    # What reads it.

    def deliver(self, item):
        self.asked -= 1
        if self.dropped:
            return
        self.values.append(item)
        if not self.pending:
            return
        buffer = self.pending.buffer
        if buffer.is_zero_length():
            self.pending.finish(self.world.model.CopyResult.COMPLETED)
        elif buffer.remain() > 0:
            buffer.write([self.values.pop(0)])
            self.pending.on_copy(self.pending.clear)

    def end(self):
        self.ended = True
        self.pending.finish(self.world.model.CopyResult.DROPPED)

    def read(self, inst, buffer, on_copy, on_copy_done):
        results = self.world.model.CopyResult
        if self.values:
            count = min(len(self.values), buffer.remain())
            buffer.write(self.values[:count])
            del self.values[:count]
            on_copy_done(results.COMPLETED)
        elif self.ended:
            on_copy_done(results.DROPPED)
        else:
            self.pending.set(buffer, on_copy, on_copy_done)
            wanted = max(1, buffer.remain()) - self.asked
            if wanted > 0:
                self.asked += wanted
                self.request(wanted)

    def cancel(self):
        self.pending.finish(self.world.model.CopyResult.CANCELLED)

    def drop(self):
        self.dropped = True
        self.pending.clear()
        self.world.say(f'host source {self.number} is dropped')


class Promise:
    """A future that the host writes."""

    def __init__(self, world, element):
        self.world = world
        self.t = element
        self.done = self.dropped = False
        self.value = []
        self.pending = Pending()

    def fulfil(self, value):
        if not self.done:
            self.done = True
            self.world.post(lambda: self.complete(value))

    def complete(self, value):
        if self.dropped:
            return
        self.value = [value]
        if self.pending:
            self.give(self.pending.buffer, self.pending.on_copy_done)

    def give(self, buffer, on_copy_done):
        self.pending.clear()
        buffer.write(self.value)
        self.value = []
        on_copy_done(self.world.model.CopyResult.COMPLETED)

    def read(self, inst, buffer, on_copy_done):
        if self.value:
            self.give(buffer, on_copy_done)
        else:
            self.pending.set(buffer, None, on_copy_done)

    def cancel(self):
        self.pending.finish(self.world.model.CopyResult.CANCELLED)

    def drop(self):
        self.dropped = True
        self.pending.clear()


class Room:
    """A buffer of the host that tells of each value as it comes."""

    def __init__(self, element, room, on_value):
        self.t = element
        self.room = room
        self.on_value = on_value

    def remain(self):
        return self.room

    def is_zero_length(self):
        return False

    def write(self, values):
        for value in values:
            self.room -= 1
            self.on_value(value)


class Reader:
    """Reads a guest's stream: as much as steps ask for."""

    def __init__(self, world, number, stream):
        self.world = world
        self.number = number
        self.stream = stream
        self.demand = 0
        self.reading = self.done = False
        world.say(f'host makes reader {number}')

    def request(self, count):
        def begin():
            self.demand += count
            self.read_more()
        self.world.post(begin)

    def stop(self):
        self.world.post(self.drop)

    def drop(self):
        if not self.done:
            self.done = True
            if self.reading:
                self.stream.cancel()
            self.stream.drop()

    def read_more(self):
        while self.demand > 0 and not self.reading and not self.done:
            self.reading = True
            room = self.world.host.room_class(self.stream.t, self.demand, self.got)
            self.stream.read(None, room, self.on_copy, self.on_copy_done)

    def got(self, value):
        self.demand -= 1
        if not self.done:
            shown = value[0] if isinstance(value, tuple) else value
            self.world.say(f'host reader {self.number} got {shown}')

    def on_copy(self, reclaim):
        reclaim()
        self.reading = False
        self.read_more()

    def on_copy_done(self, result):
        results = self.world.model.CopyResult
        self.reading = False
        if result == results.COMPLETED:
            self.read_more()
        elif result == results.DROPPED and not self.done:
            self.done = True
            self.stream.drop()
            self.world.say(f'host reader {self.number} is at the end')


class Awaited:
    """Reads a guest's future at once."""

    def __init__(self, world, future):
        self.came = []
        self.told = False
        self.future = future
        room = world.host.room_class(future.t, 1, self.came.append)
        future.read(None, room, lambda _: future.drop())
