import struct
from collections import ChainMap
from contextlib import contextmanager

_TEMPERATURE = struct.Struct("<H")


def _reader(width, pixels, left, top, columns, rows):
    """A coroutine of one parcel: it is sent (column, row) and gives the temperature."""
    value = None
    while True:
        column, row = yield value
        if column not in columns or row not in rows:
            raise ValueError("outside of the parcel")
        (value,) = _TEMPERATURE.unpack_from(pixels, _TEMPERATURE.size * (width * (top + row) + left + column))


class HeatPicture:
    def __init__(self, width, pixels):
        self._picture = width, pixels
        self._parcels = ChainMap()

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = left, top, range(width), range(height)

    @contextmanager
    def _parcel(self, grower, *counts):
        reader = _reader(*self._picture, *self._parcels[grower])
        if any(count < 0 for count in counts):
            raise ValueError("a negative number of pixels")
        next(reader)
        try:
            yield lambda *point: reader.send(point)
        finally:
            reader.close()

    def crop(self, grower, left, top, width, height, step=1):
        part = []
        with self._parcel(grower, width, height) as at:
            if width and height:
                at(left + (width - 1) * step, top + (height - 1) * step)
            for j in range(height):
                part.append([at(left + i * step, top + j * step) for i in range(width)])
        return part

    def along(self, grower, left, top, right, down, count):
        with self._parcel(grower, count) as at:
            if count:
                at(left + (count - 1) * right, top + (count - 1) * down)
            return [at(left + i * right, top + i * down) for i in range(count)]
