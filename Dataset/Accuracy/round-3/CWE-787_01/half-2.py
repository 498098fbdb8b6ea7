class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self._pixels = bytearray(width * height)

    def _bounds(self, x, y, length):
        start = y * self.width + x
        end = start + length
        if length < 0 or start < 0:
            raise ValueError("run begins before the wall")
        if y >= self.height or end > (y + 1) * self.width:
            raise ValueError("run does not fit into its row")
        return start, end

    def draw_run(self, x, y, values):
        start, end = self._bounds(x, y, len(values))
        self._pixels[start:end] = values

    def clear_run(self, x, y, length):
        start, end = self._bounds(x, y, length)
        self._pixels[start:end] = bytes(length)

    def row(self, y):
        start, end = self._bounds(0, y, self.width)
        return bytes(self._pixels[start:end])

    def frame(self):
        return bytes(self._pixels)
