class Unpacker:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.memory = bytearray(width * height)

    @staticmethod
    def _instructions(data):
        rest = iter(data)
        try:
            for first in rest:
                if first:
                    yield 0, first, next(rest)
                else:
                    distance = next(rest)
                    yield 1, next(rest), distance
        except StopIteration:
            raise ValueError("instruction is cut off") from None

    def pixels_used(self, data):
        return sum(n for _, n, _ in self._instructions(data))

    def unpack(self, data):
        pos = 0
        for is_copy, n, x in self._instructions(data):
            if is_copy:
                if x == 0 or x > pos:
                    raise ValueError("copy from outside of the picture")
                pattern = bytes(self.memory[pos - x:pos])
                pixels = (pattern * (n // x + 1))[:n]
            else:
                pixels = bytes([x]) * n
            self.memory[pos:pos + n] = pixels
            pos += n
        if pos != self.width * self.height:
            raise ValueError("wrong number of pixels")
        return bytes(self.memory)
