import itertools
from typing import NamedTuple


class Run(NamedTuple):
    n: int
    value: int

    def apply(self, canvas):
        canvas.extend(itertools.repeat(self.value, self.n))


class Copy(NamedTuple):
    n: int
    distance: int

    def apply(self, canvas):
        if self.distance not in range(1, len(canvas) + 1):
            raise ValueError(f"distance {self.distance} after {len(canvas)} pixels")
        pattern = canvas[-self.distance:]
        canvas.extend(itertools.islice(itertools.cycle(pattern), self.n))


def parse(data):
    rest = memoryview(bytes(data))
    while rest:
        match [*rest[:3]]:
            case [0, d, n]:
                yield Copy(n, d)
                rest = rest[3:]
            case [n, v, *_] if n:
                yield Run(n, v)
                rest = rest[2:]
            case _:
                raise ValueError("an instruction is cut off")


class Canvas:
    """Writes into a memory that is made once; what is behind `end` does not exist for a reader."""

    def __init__(self, memory):
        self.memory, self.end = memory, 0

    def __len__(self):
        return self.end

    def __getitem__(self, key):
        return bytes(self.memory[:self.end])[key]

    def extend(self, pixels):
        new = bytes(pixels)
        stop = self.end + len(new)
        if stop > len(self.memory):
            raise ValueError("too many pixels")
        self.memory[self.end:stop] = new
        self.end = stop


class Unpacker:
    def __init__(self, width, height):
        self.__memory = bytearray(width * height)

    def pixels_used(self, data):
        return sum(instruction.n for instruction in parse(data))

    def unpack(self, data):
        canvas = Canvas(self.__memory)
        for instruction in parse(data):
            instruction.apply(canvas)
        if len(canvas) != len(self.__memory):
            raise ValueError("too few pixels")
        return canvas[:]
