class Unpacker:
    def __init__(self, width, height):
        self.memory = bytearray(width * height)

    def _take(self, data, at, count):
        if at + count > len(data):
            raise ValueError("instruction is cut off")
        return data[at:at + count], at + count

    def pixels_used(self, data):
        total = at = 0
        while at < len(data):
            if data[at]:
                (n, _), at = self._take(data, at, 2)
            else:
                (_, _, n), at = self._take(data, at, 3)
            total += n
        return total

    def unpack(self, data):
        size = len(self.memory)
        pos = at = 0
        while at < len(data):
            if data[at]:
                (n, value), at = self._take(data, at, 2)
                if n > size - pos:
                    raise ValueError("too many pixels")
                self.memory[pos:pos + n] = bytes([value]) * n
                pos += n
                continue
            (_, distance, n), at = self._take(data, at, 3)
            if distance > pos:
                raise ValueError("copy from before the first pixel")
            if n > size - pos:
                raise ValueError("too many pixels")
            end = pos + n
            while pos < end:
                step = min(distance or n, end - pos)
                self.memory[pos:pos + step] = self.memory[pos - distance:pos - distance + step]
                pos += step
        if pos != size:
            raise ValueError("too few pixels")
        return bytes(self.memory)
