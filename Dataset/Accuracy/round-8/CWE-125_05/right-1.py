class Unpacker:
    def __init__(self, width, height):
        self._size = width * height
        self._memory = bytearray(self._size)

    @staticmethod
    def _parse(data):
        """The instructions as a list of (is_copy, v or d, n)."""
        instructions = []
        at = 0
        while at < len(data):
            length = 2 if data[at] else 3
            if at + length > len(data):
                raise ValueError("an instruction is cut off")
            if data[at]:
                instructions.append((False, data[at + 1], data[at]))
            else:
                instructions.append((True, data[at + 1], data[at + 2]))
            at += length
        return instructions

    def pixels_used(self, data):
        return sum(n for _, _, n in self._parse(data))

    def unpack(self, data):
        written = 0
        for is_copy, argument, n in self._parse(data):
            if written + n > self._size:
                raise ValueError("too many pixels")
            if is_copy and not 1 <= argument <= written:
                raise ValueError("a copy from outside of the picture")
            for _ in range(n):
                self._memory[written] = self._memory[written - argument] if is_copy else argument
                written += 1
        if written != self._size:
            raise ValueError("too few pixels")
        return bytes(self._memory)
