class LedWall:
    def __init__(self, width, height):
        if width < 1 or height < 1:
            raise ValueError("a wall has at least one pixel")
        self.width = width
        self.height = height
        self._frame = bytearray(width * height)
        whole = memoryview(self._frame)
        self._rows = tuple(whole[i * width:(i + 1) * width] for i in range(height))

    def draw_run(self, x, y, values):
        if y not in range(self.height):
            raise IndexError(f"row {y} is not on the wall")
        if x not in range(self.width):
            raise IndexError(f"column {x} is not on the wall")
        # A memoryview never changes its size: a run that is too long is refused here.
        self._rows[y][x:x + len(values)] = bytes(values)

    def clear_run(self, x, y, length):
        if length < 0 or length > self.width:
            raise IndexError(f"no run of {length} pixels fits into a row")
        self.draw_run(x, y, bytes(length))

    def row(self, y):
        return self._rows[y].tobytes()

    def frame(self):
        return bytes(self._frame)
