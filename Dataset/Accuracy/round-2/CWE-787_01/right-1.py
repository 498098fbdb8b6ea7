class _Row:
    def __init__(self, view):
        self._view = view

    def __setitem__(self, place, values):
        start, stop = place.start, place.stop
        if not 0 <= start <= stop <= len(self._view):
            raise ValueError(f"columns {start} to {stop} are not in this row")
        self._view[place] = values

    def __bytes__(self):
        return self._view.tobytes()


class LedWall:
    def __init__(self, width, height):
        self._memory = bytearray(width * height)
        whole = memoryview(self._memory)
        self._rows = {
            number: _Row(whole[first:first + width])
            for number, first in enumerate(range(0, width * height, width))
        }

    def __getitem__(self, y):
        try:
            return self._rows[y]
        except KeyError:
            raise ValueError(f"there is no row {y}") from None

    def draw_run(self, x, y, values):
        self[y][x:x + len(values)] = values

    def clear_run(self, x, y, length):
        self[y][x:x + length] = bytes(max(length, 0))

    def row(self, y):
        return bytes(self[y])

    def frame(self):
        return bytes(self._memory)
