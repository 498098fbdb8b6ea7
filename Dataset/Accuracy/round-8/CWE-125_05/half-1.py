class Unpacker:
    def __init__(self, width, height):
        self._size = width * height
        self._memory = bytearray(self._size)

    def pixels_used(self, data):
        total = 0
        at = 0
        try:
            while at < len(data):
                if data[at] == 0:
                    total += data[at + 2]
                    at += 3
                else:
                    total += data[at]
                    at += 2
        except IndexError:
            raise ValueError("the last instruction is cut off") from None
        return total

    def unpack(self, data):
        if self.pixels_used(data) != self._size:
            raise ValueError("the picture has not the size of the memory")
        memory = self._memory
        written = 0
        at = 0
        while at + 1 < len(data):
            if data[at] == 0:
                distance, count = data[at + 1], data[at + 2]
                if distance == 0 or distance > written:
                    raise ValueError("copy from outside of the picture")
                for place in range(written, written + count):
                    memory[place] = memory[place - distance]
                at += 3
            else:
                count = data[at]
                memory[written:written + count] = bytes([data[at + 1]]) * count
                at += 2
            written += count
        return bytes(memory)
