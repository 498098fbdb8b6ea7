class Unpacker:
    """Keeps a mark beside each pixel that tells whether this picture has written it."""

    def __init__(self, width, height):
        self._size = width * height
        self._memory = bytearray(self._size)
        self._written = bytearray(self._size)

    def _put(self, at, value):
        if at >= self._size:
            raise ValueError("the picture has too many pixels")
        self._memory[at] = value
        self._written[at] = 1

    def _get(self, at):
        if at < 0 or not self._written[at]:
            raise ValueError("this pixel is not of this picture")
        return self._memory[at]

    @staticmethod
    def _take(data, at, count):
        if at + count > len(data):
            raise ValueError("an instruction is cut off")
        return data[at:at + count]

    def pixels_used(self, data):
        total = at = 0
        while at < len(data):
            if data[at]:
                total += self._take(data, at, 2)[0]
                at += 2
            else:
                total += self._take(data, at, 3)[2]
                at += 3
        return total

    def unpack(self, data):
        at = end = 0
        while at < len(data):
            if data[at]:
                n, value = self._take(data, at, 2)
                at += 2
                for _ in range(n):
                    self._put(end, value)
                    end += 1
            else:
                _, distance, n = self._take(data, at, 3)
                at += 3
                if distance == 0 or distance > end:
                    raise ValueError("a copy from outside of the picture")
                for _ in range(n):
                    self._put(end, self._get(end - distance))
                    end += 1
        if not all(self._written):
            raise ValueError("the picture has too few pixels")
        self._written = bytearray(self._size)
        return bytes(self._memory)
