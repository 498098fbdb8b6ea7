def number(value, lowest, highest):
    """The keyboard of the desk sends "3" as well as 3."""
    try:
        value = int(value)
    except (TypeError, OverflowError):
        raise ValueError("not a number: %r" % (value,)) from None
    if not lowest <= value <= highest:
        raise ValueError("%d is not from %d to %d" % (value, lowest, highest))
    return value


class Trace:
    """The ring of one car in a memory that is shared by all."""

    def __init__(self, memory, base, room):
        self.memory, self.base, self.room = memory, base, room
        self.length, self.head = room, 0

    def write(self, start, data):
        for offset, byte in enumerate(data):
            self.memory[self.base + (start + offset) % self.length] = byte

    def checked(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise ValueError("data must be bytes")
        if len(data) > self.length:
            raise ValueError("more than the trace holds")
        return bytes(data)


class Traces:
    def __init__(self, cars, room):
        memory = bytearray(cars * room)
        self._memory = memoryview(memory)      # a view cannot grow
        self._traces = [Trace(self._memory, car * room, room) for car in range(cars)]

    def _trace(self, car):
        return self._traces[number(car, 0, len(self._traces) - 1)]

    def append(self, car, data):
        trace = self._trace(car)
        data = trace.checked(data)
        trace.write(trace.head, data)
        trace.head = (trace.head + len(data)) % trace.length

    def amend(self, car, back, data):
        trace = self._trace(car)
        back = number(back, 1, trace.length)
        trace.write(trace.head - back, trace.checked(data))

    def set_length(self, car, length):
        trace = self._trace(car)
        trace.length = number(length, 1, trace.room)
        if trace.head >= trace.length:
            trace.head = 0

    def latest(self, car, count):
        trace = self._trace(car)
        count = number(count, 0, trace.length)
        return bytes(self._memory[trace.base + (trace.head - count + i) % trace.length]
                     for i in range(count))

    def image(self):
        return self._memory.tobytes()
