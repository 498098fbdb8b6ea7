"""The traces of dodgems, in one piece of memory."""


class _Ring:
    __slots__ = ("base", "length", "head")

    def __init__(self, base, length):
        self.base, self.length, self.head = base, length, 0


class Traces:
    def __init__(self, cars, room):
        self._room = room
        self._memory = bytearray(cars * room)
        self._rings = [_Ring(car * room, room) for car in range(cars)]

    @staticmethod
    def _int(value, low, high, what):
        if not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"{what} has to be from {low} to {high}")
        return value

    def _ring(self, car):
        return self._rings[self._int(car, 0, len(self._rings) - 1, "car")]

    @staticmethod
    def _fits(ring, data):
        # the radio's driver hands over its buffer as it is, without a copy
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise ValueError("data are bytes")
        if len(data) > ring.length:
            raise ValueError("the data are longer than the trace")

    def _put(self, ring, start, data):
        """Writes the data from the place `start` of the ring on, in one or two parts."""
        first = min(len(data), ring.length - start)
        rest = len(data) - first
        self._memory[ring.base + start:ring.base + start + first] = data[:first]
        self._memory[ring.base:ring.base + rest] = data[first:]

    def append(self, car, data):
        ring = self._ring(car)
        self._fits(ring, data)
        self._put(ring, ring.head, data)
        ring.head = (ring.head + len(data)) % ring.length

    def amend(self, car, back, data):
        ring = self._ring(car)
        self._int(back, 1, ring.length, "back")
        self._fits(ring, data)
        self._put(ring, (ring.head - back) % ring.length, data)

    def set_length(self, car, length):
        ring = self._ring(car)
        ring.length = self._int(length, 1, self._room, "length")
        if ring.head >= ring.length:
            ring.head = 0

    def latest(self, car, count):
        ring = self._ring(car)
        self._int(count, 0, ring.length, "count")
        trace = bytes(self._memory[ring.base:ring.base + ring.length])
        turned = trace[ring.head:] + trace[:ring.head]
        return turned[ring.length - count:]

    def image(self):
        return bytes(self._memory)
