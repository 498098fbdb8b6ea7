class LedWall:
    def __init__(self, width, height):
        self._width = width
        self._height = height
        self._pixels = bytearray(width * height)

    def _offset(self, x, y):
        """Where pixel (x, y) lies in the memory."""
        if not 0 <= x < self._width:
            raise ValueError(f"column {x} is not on the wall")
        if not 0 <= y < self._height:
            raise ValueError(f"row {y} is not on the wall")
        return y * self._width + x

    def draw_run(self, x, y, values):
        start = self._offset(x, y)
        if len(values) > self._width - x:
            raise ValueError("the run is longer than the rest of its row")
        self._pixels[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        if length < 0:
            raise ValueError("a run cannot have a negative length")
        if length == 0:
            self._offset(x, y)
            return
        # the last pixel of the run must still be in row y
        end = self._offset(x + length - 1, y) + 1
        self._pixels[end - length:end] = bytes(length)

    def row(self, y):
        start = self._offset(0, y)
        return bytes(self._pixels[start:start + self._width])

    def frame(self):
        return bytes(self._pixels)
