class LedWall:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self._pixels = bytearray(width * height)

    def _write(self, x, y, values):
        if y < 0 or y > self.height:
            raise ValueError(f"row {y} does not exist")
        if x < 0 or x + len(values) > self.width:
            raise ValueError(f"the run does not fit into row {y}")
        first = y * self.width + x
        self._pixels[first:first + len(values)] = values

    def draw_run(self, x, y, values):
        self._write(x, y, bytes(values))

    def clear_run(self, x, y, length):
        if length < 0:
            raise ValueError("a length is not negative")
        self._write(x, y, bytes(length))

    def row(self, y):
        return bytes(self._pixels[y * self.width:(y + 1) * self.width])

    def frame(self):
        return bytes(self._pixels)
