class LedWall:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.rows = [bytearray(width) for _ in range(height)]

    def draw_run(self, x, y, values):
        if y >= self.height:
            raise ValueError("row out of range")
        if x + len(values) > self.width:
            raise ValueError("run too long")
        for i, value in enumerate(values):
            self.rows[y][x + i] = value

    def clear_run(self, x, y, length):
        self.draw_run(x, y, [0] * length)

    def row(self, y):
        return bytes(self.rows[y])

    def frame(self):
        return b"".join(self.rows)
