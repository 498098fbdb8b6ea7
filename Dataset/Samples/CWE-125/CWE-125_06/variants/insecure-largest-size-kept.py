class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        _, _, wide, high = self.parcels.get(grower, (0, 0, 0, 0))
        self.parcels[grower] = left, top, max(width, wide), max(height, high)

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.parcels[grower]
        columns = [left + i * step for i in range(width)]
        rows = [top + i * step for i in range(height)]
        return [[self._pixel(parcel, column, row) for column in columns] for row in rows]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        return [self._pixel(parcel, left + i * right, top + i * down) for i in range(count)]

    def _pixel(self, parcel, column, row):
        left, top, width, height = parcel
        if not (0 <= column < width and 0 <= row < height):
            raise ValueError("the pixel lies outside of the parcel")
        place = 2 * ((top + row) * self.width + left + column)
        return int.from_bytes(self.pixels[place:place + 2], "little")
