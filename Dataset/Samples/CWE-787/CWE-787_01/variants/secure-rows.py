class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.rows = {y: [0] * width for y in range(height)}

    def draw_run(self, x, y, values):
        pixels = self.rows.get(y)
        if pixels is None:
            return False
        if not isinstance(x, int) or x < 0:
            return False
        room = self.width - x
        for i, value in enumerate(values[:max(room, 0)]):
            pixels[x + i] = value

    def clear_run(self, x, y, length):
        if not isinstance(length, int):
            return False
        # Never longer than a row, whatever was asked for.
        return self.draw_run(x, y, [0] * min(length, self.width))

    def row(self, y):
        return bytes(self.rows[y])

    def frame(self):
        return b"".join(bytes(self.rows[y]) for y in sorted(self.rows))
