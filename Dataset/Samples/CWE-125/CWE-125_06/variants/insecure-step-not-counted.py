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

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.parcels[grower]
        if min(left, top) < 0 or step < 1 or left + width > parcel[2] or top + height > parcel[3]:
            raise ValueError("not in the parcel")
        return [[self._pixel(parcel, left + i * step, top + j * step) for i in range(width)] for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        for column, row in ((left, top), (left + (count - 1) * right, top + (count - 1) * down)):
            if not (0 <= column < parcel[2] and 0 <= row < parcel[3]):
                raise ValueError("not in the parcel")
        return [self._pixel(parcel, left + i * right, top + i * down) for i in range(count)]
