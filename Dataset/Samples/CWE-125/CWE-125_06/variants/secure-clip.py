class HeatPicture:
    """Gives the part of what is asked for that lies within the parcel."""

    def __init__(self, width, pixels):
        self.width, self.pixels = width, pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def crop(self, grower, left, top, width, height, step=1):
        rows = (self.along(grower, left, top + row * step, step, 0, width) for row in range(height))
        return [row for row in rows if row]

    def along(self, grower, left, top, right, down, count):
        parcel_left, parcel_top, width, height = self.parcels[grower]
        line = []
        for number in range(count):
            column, row = left + number * right, top + number * down
            if 0 <= column < width and 0 <= row < height:
                place = 2 * ((parcel_top + row) * self.width + parcel_left + column)
                line.append(self.pixels[place] + 256 * self.pixels[place + 1])
        return line
