class Unpacker:
    def __init__(self, width, height):
        self.size = width * height
        self.memory = bytearray(self.size)

    def pixels_used(self, data):
        total = at = 0
        while at < len(data):
            if data[at]:
                total += data[at]
                at += 2
            else:
                total += sum(data[at + 2:at + 3])
                at += 3
        return total

    def unpack(self, data):
        if self.pixels_used(data) != self.size:
            raise ValueError("wrong number of pixels")
        memory = self.memory
        at = pos = 0
        while len(data) - at >= 2:
            first, second = data[at], data[at + 1]
            if first:
                memory[pos:pos + first] = bytes([second]) * first
                pos += first
                at += 2
                continue
            if len(data) - at < 3:
                raise ValueError("copy is cut off")
            if not 1 <= second <= pos:
                raise ValueError("copy from outside of the picture")
            for _ in range(data[at + 2]):
                memory[pos] = memory[pos - second]
                pos += 1
            at += 3
        return bytes(memory)
