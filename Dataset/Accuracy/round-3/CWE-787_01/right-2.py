import contextlib
import operator


class LedWall:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self._memory = bytearray(width * height)

    @contextlib.contextmanager
    def _row(self, y):
        """Works on a copy of one row, which is written back only when it is whole."""
        y = operator.index(y)
        if y not in range(self.height):
            raise ValueError(f"row {y} does not exist")
        begin = y * self.width
        copy = self._memory[begin:begin + self.width]
        yield copy
        if len(copy) != self.width:
            raise ValueError("the row would change its length")
        for column, value in enumerate(copy):
            self._memory[begin + column] = value

    def _put(self, x, y, values):
        x = operator.index(x)
        with self._row(y) as pixels:
            if x < 0 or x > self.width - len(values):
                raise ValueError("the run does not fit")
            for column, value in enumerate(values, x):
                pixels[column] = value

    def draw_run(self, x, y, values):
        self._put(x, y, bytes(values))

    def clear_run(self, x, y, length):
        length = operator.index(length)
        if length < 0 or length > self.width:
            raise ValueError("no such length")
        self._put(x, y, bytes(length))

    def row(self, y):
        with self._row(y) as pixels:
            return bytes(pixels)

    def frame(self):
        return bytes(self._memory)
