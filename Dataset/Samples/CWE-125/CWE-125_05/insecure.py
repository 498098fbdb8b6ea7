class Unpacker:
    def __init__(self, width, height):
        self.memory = bytearray(width * height)

    def unpack(self, data):
        place = pixel = 0
        while place < len(data):
            if data[place]:
                count, value = data[place], data[place + 1]
                place += 2
                for _ in range(count):
                    self.memory[pixel] = value
                    pixel += 1
            else:
                distance, count = data[place + 1], data[place + 2]
                place += 3
                for _ in range(count):
                    self.memory[pixel] = self.memory[pixel - distance]
                    pixel += 1
        return bytes(self.memory)

    def pixels_used(self, data):
        place = used = 0
        while place < len(data):
            if data[place]:
                used += data[place]
                place += 2
            else:
                used += data[place + 2]
                place += 3
        return used
