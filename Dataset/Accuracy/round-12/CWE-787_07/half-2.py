"""What the dodgems have told last: a ring for each car, all in one memory."""
from dataclasses import dataclass


@dataclass
class Ring:
    """The trace of a car: where it begins in the memory, its length, its head."""
    begin: int
    length: int
    head: int = 0

    def parts(self, place, size):
        """Where `size` bytes from `place` on lie in the memory: up to the end
        of the ring, and then from its first byte on."""
        first = min(size, self.length - place)
        yield 0, self.begin + place, first
        yield first, self.begin, size - first


def _among(number, numbers):
    return isinstance(number, int) and number in numbers


class Traces:
    def __init__(self, cars, room):
        self._room = room
        self._memory = bytearray(cars * room)
        self._rings = [Ring(car * room, room) for car in range(cars)]

    def _ring(self, car):
        if not _among(car, range(len(self._rings))):    # a negative one is none either
            raise ValueError(f"no such car: {car!r}")
        return self._rings[car]

    def _write(self, ring, place, data):
        size = len(data)
        for skip, at, count in ring.parts(place, size):
            self._memory[at:at + count] = data[skip:skip + count]

    def append(self, car, data):
        ring = self._ring(car)
        if len(data) > ring.length:
            raise ValueError(f"{len(data)} bytes are more than the trace has")
        self._write(ring, ring.head, data)
        ring.head = (ring.head + len(data)) % ring.length

    def amend(self, car, back, data):
        ring = self._ring(car)
        if not _among(back, range(1, ring.length + 1)):
            raise ValueError(f"the trace does not go back {back!r} bytes")
        if len(data) > ring.length:
            raise ValueError(f"{len(data)} bytes are more than the trace has")
        self._write(ring, (ring.head - back) % ring.length, data)

    def set_length(self, car, length):
        ring = self._ring(car)
        if not _among(length, range(1, self._room + 1)):
            raise ValueError(f"a trace cannot have {length!r} bytes")
        ring.length = length
        if ring.head >= length:
            ring.head = 0

    def latest(self, car, count):
        ring = self._ring(car)
        count = max(0, min(count, ring.length))
        place = (ring.head - count) % ring.length
        return b"".join(bytes(self._memory[at:at + size]) for _, at, size in ring.parts(place, count))

    def image(self):
        return bytes(self._memory)
