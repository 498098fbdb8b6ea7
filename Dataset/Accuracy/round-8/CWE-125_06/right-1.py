class HeatPicture:
    def __init__(self, width, pixels):
        self._width = width
        self._pixels = pixels
        self._parcels = {}

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = (left, top, width, height)

    def _pixel(self, parcel, left, top):
        x, y, width, height = parcel
        if not (0 <= left < width and 0 <= top < height):
            raise ValueError("outside of the parcel")
        at = 2 * ((y + top) * self._width + x + left)
        return int.from_bytes(self._pixels[at:at + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self._parcels[grower]
        if width < 0 or height < 0 or step < 1:
            raise ValueError("no such part")
        return [
            [self._pixel(parcel, left + i * step, top + j * step) for i in range(width)]
            for j in range(height)
        ]

    def along(self, grower, left, top, right, down, count):
        parcel = self._parcels[grower]
        if count < 0:
            raise ValueError("no such row")
        return [self._pixel(parcel, left + k * right, top + k * down) for k in range(count)]
