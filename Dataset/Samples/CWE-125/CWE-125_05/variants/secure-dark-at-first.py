class Unpacker:
    """The memory is dark before each picture; what is wrong with a file only leaves dark pixels."""

    def __init__(self, width, height):
        self.size = width * height
        self.memory = bytearray(self.size)

    def unpack(self, data):
        self.memory[:] = b"\0" * self.size
        stream, pixel = iter(data), 0
        for first in stream:
            if first:
                count, value, distance = first, next(stream, 0), 0
            else:
                distance, count, value = next(stream, 0), next(stream, 0), 0
            for _ in range(count):
                if pixel == self.size:
                    return bytes(self.memory)
                if 0 < distance <= pixel:
                    value = self.memory[pixel - distance]
                self.memory[pixel] = value
                pixel += 1
        return bytes(self.memory)

    def pixels_used(self, data):
        used, rest = 0, data
        while rest:
            used += rest[0] or rest[2]
            rest = rest[2:] if rest[0] else rest[3:]
        return used
