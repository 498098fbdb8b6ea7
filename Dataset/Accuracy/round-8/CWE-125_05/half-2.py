def _instructions(data):
    """Yields (n, v, None) for a run and (n, None, d) for a copy."""
    stream = iter(data)
    for first in stream:
        try:
            if first:
                yield first, next(stream), None
            else:
                distance = next(stream)
                yield next(stream), None, distance
        except StopIteration:
            raise ValueError("the last instruction is cut off") from None


class Unpacker:
    def __init__(self, width, height):
        self.size = width * height
        self.memory = bytearray(self.size)

    def pixels_used(self, data):
        return sum(n for n, _, _ in _instructions(data))

    def unpack(self, data):
        written = 0
        for n, value, distance in _instructions(data):
            if distance is None:
                block = bytes((value,)) * n
            else:
                if not 1 <= distance <= written:
                    raise ValueError("a copy must begin in what has been written")
                pattern = bytes(self.memory[written - distance:written])
                block = (pattern * (n // distance + 1))[:n]
            self.memory[written:written + n] = block
            written += n
            if written > self.size:
                raise ValueError("too many pixels")
        if written < self.size:
            raise ValueError("too few pixels")
        return bytes(self.memory)
