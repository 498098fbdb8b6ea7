import struct


class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = (left, top, width, height)

    def _at(self, index):
        return struct.unpack_from("<H", self.pixels, 2 * index)[0]

    def _inside(self, parcel, index):
        row, column = divmod(index, self.width)
        left, top, width, height = parcel
        return left <= column < left + width and top <= row < top + height

    def crop(self, grower, left, top, width, height, step=1):
        x, y, w, h = self.parcels[grower]
        if min(width, height) < 0:
            raise ValueError("negative size")
        if width and height:
            for column in (left, left + (width - 1) * step):
                if not 0 <= column < w:
                    raise ValueError("outside of the parcel")
            for row in (top, top + (height - 1) * step):
                if not 0 <= row < h:
                    raise ValueError("outside of the parcel")
        first = (y + top) * self.width + x + left
        return [[self._at(first + step * (j * self.width + i)) for i in range(width)] for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        if count < 0:
            raise ValueError("negative count")
        if count == 0:
            return []
        if not (0 <= left < parcel[2] and 0 <= top < parcel[3]):
            raise ValueError("begins outside of the parcel")
        first = (parcel[1] + top) * self.width + parcel[0] + left
        stride = down * self.width + right
        # a straight line whose two ends are in a rectangle lies in it as a whole
        if not self._inside(parcel, first + (count - 1) * stride):
            raise ValueError("ends outside of the parcel")
        return [self._at(first + i * stride) for i in range(count)]
