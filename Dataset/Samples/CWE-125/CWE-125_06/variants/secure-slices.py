def _inside(first, count, step, size):
    """Whether the first and the last of these places lie in the range; the others lie between them."""
    return count <= 0 or (0 <= first < size and 0 <= first + (count - 1) * step < size)


class HeatPicture:
    def __init__(self, width, pixels):
        self._width = width
        self._pixels = memoryview(pixels)
        self._parcels = {}

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = (left, top, width, height)

    def _at(self, place):
        low, high = self._pixels[2 * place : 2 * place + 2]
        return low + 256 * high

    def crop(self, grower, left, top, width, height, step=1):
        x, y, wide, high = self._parcels[grower]
        if width <= 0 or height <= 0:
            return [[] for _ in range(max(0, height))]
        if not (_inside(left, width, step, wide) and _inside(top, height, step, high)):
            raise ValueError("this is not all in the parcel")
        first = (y + top) * self._width + x + left
        return [
            [self._at(first + step * (row * self._width + column)) for column in range(width)] for row in range(height)
        ]

    def along(self, grower, left, top, right, down, count):
        x, y, wide, high = self._parcels[grower]
        if not (_inside(left, count, right, wide) and _inside(top, count, down, high)):
            raise ValueError("this is not all in the parcel")
        first = (y + top) * self._width + x + left
        return [self._at(first + number * (down * self._width + right)) for number in range(count)]
