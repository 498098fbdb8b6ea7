class Unpacker:
    """Unpacks into one picture memory that is made once."""

    def __init__(self, width, height):
        self.size = width * height
        self.memory = bytearray(self.size)

    @staticmethod
    def _instructions(data):
        at = 0
        while at < len(data):
            if data[at]:
                part = data[at:at + 2]
                if len(part) != 2:
                    raise ValueError("cut-off run")
                yield part[0], part[1], None
            else:
                part = data[at:at + 3]
                if len(part) != 3:
                    raise ValueError("cut-off copy")
                yield part[2], None, part[1]
            at += len(part)

    def pixels_used(self, data):
        return sum(n for n, _, _ in self._instructions(data))

    def unpack(self, data):
        written = 0
        for n, value, distance in self._instructions(data):
            if distance is None:
                pixels = bytes([value]) * n
            else:
                if distance == 0 or distance > written:
                    raise ValueError("a copy must come from this picture")
                pattern = self.memory[written - distance:written]
                pixels = (pattern * (n // distance + 1))[:n]
            self.memory[written:written + n] = pixels
            written += n
        if written != self.size:
            raise ValueError(f"{written} pixels instead of {self.size}")
        return bytes(self.memory)
