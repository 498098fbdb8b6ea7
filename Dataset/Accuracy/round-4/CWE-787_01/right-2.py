import operator
from dataclasses import dataclass, field


@dataclass
class LedWall:
    width: int
    height: int
    _cells: bytearray = field(init=False, repr=False)

    def __post_init__(self):
        self._cells = bytearray(self.width * self.height)

    def _places(self, x, y, length):
        try:
            x, y, length = map(operator.index, (x, y, length))
        except TypeError as error:
            raise ValueError("whole numbers only") from error
        rows = range(self.height)
        fits = y in rows and 0 <= x and 0 <= length <= self.width - x
        if not fits:
            raise ValueError("the run leaves its row")
        return range(y * self.width + x, y * self.width + x + length)

    def draw_run(self, x, y, values):
        values = bytes(memoryview(values))
        for place, value in zip(self._places(x, y, len(values)), values, strict=True):
            self._cells[place] = value

    def clear_run(self, x, y, length):
        for place in self._places(x, y, length):
            self._cells[place] = 0

    def row(self, y):
        return bytes(self._cells[place] for place in self._places(0, y, self.width))

    def frame(self):
        return bytes(self._cells)
