class HeatPicture:
    def __init__(self, width, pixels):
        self.rows = [memoryview(pixels)[start : start + 2 * width] for start in range(0, len(pixels), 2 * width)]
        self.fields = {}

    def assign(self, grower, left, top, width, height):
        self.fields[grower] = range(left, left + width), range(top, top + height)

    def _look(self, grower, places):
        columns, rows = self.fields[grower]
        for column, row in places:
            if column < 0 or row < 0:
                raise ValueError("left of the parcel, or above it")
            try:
                x, y = columns[column], rows[row]
            except IndexError:
                raise ValueError("right of the parcel, or below it") from None
            yield int.from_bytes(self.rows[y][2 * x : 2 * x + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        if grower not in self.fields:
            raise KeyError(grower)
        found = []
        for row in range(height):
            found.append(list(self._look(grower, ((left + i * step, top + row * step) for i in range(width)))))
        return found

    def along(self, grower, left, top, right, down, count):
        return list(self._look(grower, ((left + i * right, top + i * down) for i in range(count))))
