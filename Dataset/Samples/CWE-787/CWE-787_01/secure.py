class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.pixels = bytearray(width * height)

    def draw_run(self, x, y, values):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        if x < 0 or x + len(values) > self.width:
            raise ValueError("the run does not fit into its row")
        start = y * self.width + x
        self.pixels[start:start + len(values)] = values

    def row(self, y):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        start = y * self.width
        return bytes(self.pixels[start:start + self.width])

    def frame(self):
        return bytes(self.pixels)
