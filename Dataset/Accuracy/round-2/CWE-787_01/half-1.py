class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self._memory = bytearray(width * height)

    def _span(self, x, y, length):
        if length < 0:
            raise ValueError("a run cannot have a negative length")
        if x + length > self.width:
            raise ValueError("the run is longer than the rest of its row")
        start = y * self.width + x
        end = start + length
        if start < 0 or y >= self.height or end > len(self._memory):
            raise ValueError("the run lies outside the wall")
        return slice(start, end)

    def draw_run(self, x, y, values):
        self._memory[self._span(x, y, len(values))] = values

    def clear_run(self, x, y, length):
        self._memory[self._span(x, y, length)] = bytes(length)

    def row(self, y):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        return bytes(self._memory[y * self.width:(y + 1) * self.width])

    def frame(self):
        return bytes(self._memory)
