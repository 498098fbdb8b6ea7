class LedWall:
    def __init__(self, width, height):
        self._rows = {y: bytearray(width) for y in range(height)}
        self._width = width

    def _line(self, x, y, length):
        try:
            line = self._rows[y]
        except (KeyError, TypeError):
            raise ValueError("no row %r" % (y,)) from None
        columns = range(self._width + 1)
        if length < 0 or x not in columns or x + length not in columns:
            raise ValueError("the run does not fit")
        return memoryview(line)[int(x):int(x + length)]

    def draw_run(self, x, y, values):
        self._line(x, y, len(values))[:] = bytes(values)

    def clear_run(self, x, y, length):
        self._line(x, y, length)[:] = bytes(length)

    def row(self, y):
        return bytes(self._rows[y])

    def frame(self):
        return b"".join(self._rows.values())
