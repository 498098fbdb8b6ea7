class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.pixels = bytearray(width * height)

    def draw_run(self, x, y, values):
        start = y * self.width + x
        self.pixels[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        self.draw_run(x, y, bytes(length))

    def row(self, y):
        start = y * self.width
        return bytes(self.pixels[start:start + self.width])

    def frame(self):
        return bytes(self.pixels)
