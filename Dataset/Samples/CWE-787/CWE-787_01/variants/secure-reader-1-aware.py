def _is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


class LedWall:
    def __init__(self, width, height):
        if not (_is_int(width) and _is_int(height)) or width < 1 or height < 1:
            raise ValueError("width and height must be positive ints")
        self._width = width
        self._height = height
        self._pixels = bytearray(width * height)
        # Assigning to a slice of a view can never change the size.
        self._view = memoryview(self._pixels)

    def _row(self, y):
        if not _is_int(y) or not 0 <= y < self._height:
            raise ValueError(f"no such row: {y!r}")
        return self._view[y * self._width:(y + 1) * self._width]

    def _run(self, x, y, length):
        row = self._row(y)
        if not (_is_int(x) and _is_int(length)) or x < 0 or length < 0:
            raise ValueError("bad run")
        if x > self._width or length > self._width - x:
            raise ValueError("the run does not fit into its row")
        return row[x:x + length]

    def draw_run(self, x, y, values):
        if not isinstance(values, (bytes, bytearray)):
            raise ValueError("values must be bytes")
        self._run(x, y, len(values))[:] = values

    def clear_run(self, x, y, length):
        run = self._run(x, y, length)
        run[:] = bytes(len(run))

    def row(self, y):
        return bytes(self._row(y))

    def frame(self):
        return bytes(self._pixels)
