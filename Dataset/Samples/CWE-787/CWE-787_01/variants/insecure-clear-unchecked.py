class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.pixels = bytearray(width * height)

    def _start_of_run(self, x, y, length):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        if x < 0 or length < 0 or x + length > self.width:
            raise ValueError("the run does not fit into its row")
        return y * self.width + x

    def draw_run(self, x, y, values):
        start = self._start_of_run(x, y, len(values))
        self.pixels[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        for column in range(x, x + length):
            self.pixels[y * self.width + column] = 0

    def row(self, y):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        start = y * self.width
        return bytes(self.pixels[start:start + self.width])

    def frame(self):
        return bytes(self.pixels)
