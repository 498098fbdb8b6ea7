class LedWall:
    def __init__(self, width, height):
        self._width = width
        self._height = height
        self._memory = bytearray(width * height)

    def _span(self, x, y, length):
        if not 0 <= y < self._height:
            raise ValueError("no such row")
        if x < 0 or x + length > self._width:
            raise ValueError("the run does not fit into its row")
        start = y * self._width + x
        return slice(start, start + length)

    def draw_run(self, x, y, values):
        self._memory[self._span(x, y, len(values))] = values

    def clear_run(self, x, y, length):
        self._memory[self._span(x, y, length)] = b"\x00" * length

    def row(self, y):
        return bytes(self._memory[self._span(0, y, self._width)])

    def frame(self):
        return bytes(self._memory)
