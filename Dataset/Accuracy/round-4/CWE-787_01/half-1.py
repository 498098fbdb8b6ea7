class LedWall:
    def __init__(self, width, height):
        self._width = width
        self._height = height
        self._pixels = bytearray(width * height)

    def _offset(self, x, y, length):
        if not 0 <= y < self._height:
            raise ValueError("no such row")
        if x < 0 or x > self._width or x + length > self._width:
            raise ValueError("the run does not fit into its row")
        return y * self._width + x

    def draw_run(self, x, y, values):
        start = self._offset(x, y, len(values))
        self._pixels[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        start = self._offset(x, y, length)
        self._pixels[start:start + length] = b"\x00" * length

    def row(self, y):
        start = self._offset(0, y, self._width)
        return bytes(self._pixels[start:start + self._width])

    def frame(self):
        return bytes(self._pixels)
