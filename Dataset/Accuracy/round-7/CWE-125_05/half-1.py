class Unpacker:
    def __init__(self, width, height):
        self._size = width * height
        self._memory = bytearray(self._size)

    def pixels_used(self, data):
        total = 0
        i = 0
        try:
            while i < len(data):
                if data[i]:
                    total += data[i]
                    i += 2
                else:
                    total += data[i + 2]
                    i += 3
        except IndexError:
            raise ValueError("an instruction is cut off") from None
        return total

    def unpack(self, data):
        if self.pixels_used(data) != self._size:
            raise ValueError("the picture does not have the right number of pixels")
        memory = self._memory
        pos = 0
        i = 0
        while i + 1 < len(data):
            n = data[i]
            if n:
                memory[pos:pos + n] = data[i + 1:i + 2] * n
                pos += n
                i += 2
                continue
            distance, n = data[i + 1], data[i + 2]
            if not 1 <= distance <= pos:
                raise ValueError("a copy from outside of this picture")
            for pos in range(pos, pos + n):
                memory[pos] = memory[pos - distance]
            pos += 1 if n else 0
            i += 3
        return bytes(memory)
