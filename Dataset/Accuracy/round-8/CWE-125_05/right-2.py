import io
from abc import ABC, abstractmethod
from dataclasses import dataclass


class Canvas:
    """The picture memory, seen only as far as the present picture has filled it."""

    def __init__(self, memory):
        self._view = memoryview(memory)
        self.filled = 0

    def __len__(self):
        return self.filled

    def back(self, distance):
        if distance <= 0 or distance > self.filled:
            raise ValueError(f"no pixel of this picture lies {distance} before")
        return self._view[self.filled - distance]

    def put(self, pixel):
        if self.filled == len(self._view):
            raise ValueError("the picture is larger than the memory")
        self._view[self.filled] = pixel
        self.filled += 1

    def finish(self):
        if self.filled != len(self._view):
            raise ValueError(f"{len(self._view) - self.filled} pixels are missing")
        return self._view.tobytes()


class Instruction(ABC):
    n: int

    @abstractmethod
    def draw(self, canvas): ...

    @staticmethod
    def stream(data):
        source = io.BytesIO(data)

        def take(count):
            got = source.read(count)
            if len(got) != count:
                raise ValueError("the data end within an instruction")
            return got

        while head := source.read(1):
            match head[0]:
                case 0:
                    distance, n = take(2)
                    yield Copy(n, distance)
                case n:
                    yield Run(n, *take(1))


@dataclass(frozen=True)
class Run(Instruction):
    n: int
    value: int

    def draw(self, canvas):
        for _ in range(self.n):
            canvas.put(self.value)


@dataclass(frozen=True)
class Copy(Instruction):
    n: int
    distance: int

    def draw(self, canvas):
        canvas.back(self.distance)
        for _ in range(self.n):
            canvas.put(canvas.back(self.distance))


class Unpacker:
    def __init__(self, width, height):
        self.__memory = bytearray(width * height)

    def unpack(self, data):
        canvas = Canvas(self.__memory)
        for instruction in Instruction.stream(data):
            instruction.draw(canvas)
        return canvas.finish()

    def pixels_used(self, data):
        return sum(instruction.n for instruction in Instruction.stream(data))
