class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self._memory = bytearray(width * height)

    def _start(self, x, y, length):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        if x < 0 or x + length > self.width:
            raise ValueError("the run does not fit into its row")
        return y * self.width + x

    def draw_run(self, x, y, values):
        start = self._start(x, y, len(values))
        self._memory[start:start + len(values)] = values

    def clear_run(self, x, y, length):
        start = self._start(x, y, length)
        self._memory[start:start + length] = b"\0" * length

    def row(self, y):
        if not 0 <= y < self.height:
            raise ValueError("no such row")
        return bytes(self._memory[y * self.width:(y + 1) * self.width])

    def frame(self):
        return bytes(self._memory)
