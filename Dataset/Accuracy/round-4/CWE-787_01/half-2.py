class LedWall:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self._memory = bytearray(width * height)

    def _span(self, x, y, length):
        if length < 0:
            raise ValueError("negative length")
        first = y * self.width + x
        last = first + max(length, 1) - 1
        if first < 0 or last >= len(self._memory):
            raise ValueError("outside of the wall")
        if first // self.width != last // self.width:
            raise ValueError("the run leaves its row")
        return slice(first, first + length)

    def draw_run(self, x, y, values):
        self._memory[self._span(x, y, len(values))] = values

    def clear_run(self, x, y, length):
        self._memory[self._span(x, y, length)] = bytes(length)

    def row(self, y):
        return bytes(self._memory[self._span(0, y, self.width)])

    def frame(self):
        return bytes(self._memory)
