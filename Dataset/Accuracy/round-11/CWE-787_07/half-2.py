"""The traces of dodgems, in one piece of memory, in which every car has a window of its own."""


class Trace:
    """A ring over the first bytes of a window; a memoryview never gets longer than it is."""

    def __init__(self, window):
        self.window = window
        self.ring = window
        self.head = 0

    def resize(self, length):
        if not 1 <= length <= len(self.window):
            raise ValueError("there is no room for a trace of this length")
        self.ring = self.window[:length]
        if self.head >= length:
            self.head = 0

    def write(self, data):
        size = len(self.ring)
        if len(data) > size:
            raise ValueError("the data are longer than the trace")
        first = data[:size - self.head]
        rest = data[len(first):]
        self.ring[self.head:self.head + len(first)] = first
        self.ring[:len(rest)] = rest
        self.head = (self.head + len(data)) % size

    def rewrite(self, back, data):
        size = len(self.ring)
        if not 1 <= back <= size:
            raise ValueError("the trace does not go back so far")
        head = self.head
        self.head = (head - back) % size
        self.write(data)
        self.head = head

    def read(self, count):
        size = len(self.ring)
        if not 0 <= count <= size:
            raise ValueError("the trace does not have so many bytes")
        double = bytes(self.ring) * 2
        return double[self.head + size - count:self.head + size]


class Traces:
    def __init__(self, cars, room):
        self._memory = bytearray(cars * room)
        view = memoryview(self._memory)
        self._traces = [Trace(view[start:start + room]) for start in range(0, cars * room, room)]

    def _trace(self, car):
        if type(car) is not int or not 0 <= car < len(self._traces):
            raise ValueError("there is no such car")
        return self._traces[car]

    @staticmethod
    def _check(value, kind):
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")

    def append(self, car, data):
        trace = self._trace(car)
        self._check(data, bytes)
        trace.write(data)

    def amend(self, car, back, data):
        trace = self._trace(car)
        self._check(back, int)
        self._check(data, bytes)
        trace.rewrite(back, data)

    def set_length(self, car, length):
        trace = self._trace(car)
        self._check(length, int)
        trace.resize(length)

    def latest(self, car, count):
        return self._trace(car).read(count)

    def image(self):
        return bytes(self._memory)
