class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.memory = bytearray(width * height)

    def draw_run(self, x, y, values):
        start = y * self.width + x
        self.memory[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        start = y * self.width + x
        self.memory[start:start + length] = bytes(length)

    def row(self, y):
        start = y * self.width
        return bytes(self.memory[start:start + self.width])

    def frame(self):
        return bytes(self.memory)
