class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = memoryview(pixels).cast("H")
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def crop(self, grower, left, top, width, height, step=1):
        parcel_left, parcel_top, _, _ = self.parcels[grower]
        rows = []
        for row in range(height):
            start = (parcel_top + top + row * step) * self.width + parcel_left + left
            rows.append(self.pixels[start:start + width * step:step].tolist())
        return rows

    def along(self, grower, left, top, right, down, count):
        parcel_left, parcel_top, _, _ = self.parcels[grower]
        start = (parcel_top + top) * self.width + parcel_left + left
        return [self.pixels[start + i * (down * self.width + right)] for i in range(count)]
