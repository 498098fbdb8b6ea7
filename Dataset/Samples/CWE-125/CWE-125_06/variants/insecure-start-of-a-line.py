class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def _pixel(self, parcel, column, row):
        place = 2 * ((parcel[1] + row) * self.width + parcel[0] + column)
        return int.from_bytes(self.pixels[place:place + 2], "little")

    def _inside(self, parcel, column, row):
        if not (0 <= column < parcel[2] and 0 <= row < parcel[3]):
            raise ValueError("not in the parcel")

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.parcels[grower]
        self._inside(parcel, left, top)
        self._inside(parcel, left + (width - 1) * step, top + (height - 1) * step)
        return [[self._pixel(parcel, left + i * step, top + j * step) for i in range(width)] for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        self._inside(parcel, left, top)
        return [self._pixel(parcel, left + i * right, top + i * down) for i in range(count)]
