class LedWall:
    def __init__(self, width, height):
        self.__memory = bytearray(width * height)
        flat = memoryview(self.__memory)
        self.__rows = dict(enumerate(flat[i:i + width] for i in range(0, width * height, width)))
        self.__columns = range(width)

    def __pixels(self, x, y, length):
        row = self.__rows.get(y)
        if row is None or length < 0:
            raise ValueError(f"no run of {length} pixels in row {y}")
        if length and not (x in self.__columns and x + length - 1 in self.__columns):
            raise ValueError("run leaves its row")
        if not length and not 0 <= x <= len(self.__columns):
            raise ValueError("run leaves its row")
        return row[x:x + length]

    def draw_run(self, x, y, values):
        self.__pixels(x, y, len(values))[:] = values

    def clear_run(self, x, y, length):
        pixels = self.__pixels(x, y, length)
        for i, _ in enumerate(pixels):
            pixels[i] = 0

    def row(self, y):
        return self.__rows[y].tobytes()

    def frame(self):
        return bytes(self.__memory)
