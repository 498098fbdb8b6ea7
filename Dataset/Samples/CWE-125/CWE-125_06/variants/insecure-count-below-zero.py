class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = memoryview(pixels).cast("H")
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def crop(self, grower, left, top, width, height, step=1):
        parcel_left, parcel_top, parcel_width, parcel_height = self.parcels[grower]
        last_column, last_row = left + (width - 1) * step, top + (height - 1) * step
        if left < 0 or top < 0 or last_column >= parcel_width or last_row >= parcel_height or step < 1:
            raise ValueError("outside of the parcel")
        rows = []
        for row in range(height):
            start = (parcel_top + top + row * step) * self.width + parcel_left + left
            rows.append(self.pixels[start:start + width * step:step].tolist())
        return rows

    def along(self, grower, left, top, right, down, count):
        parcel_left, parcel_top, parcel_width, parcel_height = self.parcels[grower]
        places = [(left + i * right, top + i * down) for i in range(count)]
        if not all(0 <= x < parcel_width and 0 <= y < parcel_height for x, y in places):
            raise ValueError("outside of the parcel")
        return [self.pixels[(parcel_top + y) * self.width + parcel_left + x] for x, y in places]
