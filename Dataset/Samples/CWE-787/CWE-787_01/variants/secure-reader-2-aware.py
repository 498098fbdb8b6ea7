class LedWall:
    def __init__(self, width, height):
        self._width = width
        self._memory = bytearray(width * height)
        # One view a row. A slice of a view can neither grow nor leave its row.
        view = memoryview(self._memory)
        self._rows = [view[i * width:(i + 1) * width] for i in range(height)]

    def _row(self, y):
        if not isinstance(y, int) or not 0 <= y < len(self._rows):
            raise ValueError("there is no such row")
        return self._rows[y]

    def _run(self, x, y, length):
        row = self._row(y)
        if not isinstance(x, int) or not isinstance(length, int):
            raise ValueError("column and length must be whole numbers")
        if x < 0 or length < 0 or x + length > self._width:
            raise ValueError("the run does not fit into its row")
        return row[x:x + length]

    def draw_run(self, x, y, values):
        self._run(x, y, len(values))[:] = bytes(values)

    def clear_run(self, x, y, length):
        self._run(x, y, length)[:] = bytes(length)

    def row(self, y):
        return bytes(self._row(y))

    def frame(self):
        return bytes(self._memory)
