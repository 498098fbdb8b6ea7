class Parcel:
    def __init__(self, left, top, width, height):
        self.left, self.top, self.width, self.height = left, top, width, height

    def __contains__(self, point):
        return 0 <= point[0] < self.width and 0 <= point[1] < self.height


class HeatPicture:
    def __init__(self, width, pixels):
        self._width = width
        self._data = memoryview(pixels)
        self._parcels = {}

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = Parcel(left, top, width, height)

    def _value(self, parcel, x, y):
        index = 2 * ((parcel.top + y) * self._width + parcel.left + x)
        value = int.from_bytes(self._data[index:index + 2], "little")
        if (x, y) not in parcel:
            raise ValueError(f"{value / 100:.2f} degrees at column {x}, row {y}: not in the parcel")
        return value

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self._parcels[grower]
        if width < 0 or height < 0:
            raise ValueError("a part has no negative size")
        return [[self._value(parcel, left + column * step, top + row * step) for column in range(width)]
                for row in range(height)]

    def along(self, grower, left, top, right, down, count):
        parcel = self._parcels[grower]
        if count < 0:
            raise ValueError("a row of vines has no negative length")
        return [self._value(parcel, left + i * right, top + i * down) for i in range(count)]
