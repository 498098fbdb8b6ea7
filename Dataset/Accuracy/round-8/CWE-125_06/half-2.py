import struct


def _room(start, delta, size):
    """How many steps of `delta` lead from `start` to a place in range(size)."""
    if not 0 <= start < size:
        raise ValueError("the first pixel lies outside of the parcel")
    if delta > 0:
        return (size - 1 - start) // delta
    if delta < 0:
        return -(start // delta)
    return None


def _check(start, delta, count, size):
    room = _room(start, delta, size)
    if room is not None and count - 1 > room:
        raise ValueError("the last pixel lies outside of the parcel")


class HeatPicture:
    def __init__(self, width, pixels):
        self._width = width
        self._pixels = memoryview(pixels)
        self._parcels = {}

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = left, top, width, height

    def _at(self, column, row):
        return struct.unpack_from("<H", self._pixels, 2 * (self._width * row + column))[0]

    def crop(self, grower, left, top, width, height, step=1):
        x0, y0, w, h = self._parcels[grower]
        if step < 1:
            raise ValueError("step must be at least 1")
        if width < 0 or height < 0:
            raise ValueError("negative size")
        if width and height:
            _check(left, step, width, w)
            _check(top, step, height, h)
        return [
            [self._at(x0 + left + column * step, y0 + top + row * step) for column in range(width)]
            for row in range(height)
        ]

    def along(self, grower, left, top, right, down, count):
        x0, y0, w, h = self._parcels[grower]
        if count < 0:
            raise ValueError("negative count")
        if count:
            _check(left, right, count, w)
            _check(top, down, count, h)
        return [self._at(x0 + left + k * right, y0 + top + k * down) for k in range(count)]
