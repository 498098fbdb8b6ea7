class LedWall:
    """An LED wall whose pixels lie in one bytearray, row after row."""

    def __init__(self, width, height):
        self.width = width
        self.height = height
        self._memory = bytearray(width * height)

    def _write(self, x, y, length, values):
        if not 0 <= y < self.height:
            raise ValueError(f"there is no row {y}")
        if x < 0 or x + length > self.width:
            raise ValueError("the run does not fit into its row")
        start = y * self.width + x
        self._memory[start:start + length] = values

    def draw_run(self, x, y, values):
        self._write(x, y, len(values), values)

    def clear_run(self, x, y, length):
        self._write(x, y, length, b"\x00" * length)

    def row(self, y):
        if not 0 <= y < self.height:
            raise ValueError(f"there is no row {y}")
        return bytes(self._memory[y * self.width:(y + 1) * self.width])

    def frame(self):
        return bytes(self._memory)
