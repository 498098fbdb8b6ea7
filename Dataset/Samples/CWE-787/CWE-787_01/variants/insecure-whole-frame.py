class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.pixels = bytearray(width * height)

    def draw_run(self, x, y, values):
        start = y * self.width + x
        end = start + len(values)
        if start < 0 or end > len(self.pixels):
            raise ValueError("run is outside of the wall")
        self.pixels[start:end] = values

    def clear_run(self, x, y, length):
        self.draw_run(x, y, b"\0" * length)

    def row(self, y):
        return bytes(self.pixels[y * self.width:(y + 1) * self.width])

    def frame(self):
        return bytes(self.pixels)
