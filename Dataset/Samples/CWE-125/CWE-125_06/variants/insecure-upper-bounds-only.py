class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def _pixel(self, parcel, column, row):
        left, top, width, height = parcel
        if column >= width or row >= height:
            raise ValueError("not in the parcel")
        place = 2 * ((top + row) * self.width + left + column)
        return int.from_bytes(self.pixels[place:place + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.parcels[grower]
        return [[self._pixel(parcel, left + i * step, top + j * step) for i in range(width)] for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        return [self._pixel(parcel, left + i * right, top + i * down) for i in range(count)]
