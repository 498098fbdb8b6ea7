class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = left, top, width, height

    def _pixel(self, column, row):
        if not 0 <= column < self.width or not 0 <= row < len(self.pixels) // (2 * self.width):
            raise ValueError("the pixel lies outside of the picture")
        place = 2 * (row * self.width + column)
        return int.from_bytes(self.pixels[place:place + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        x, y, _, _ = self.parcels[grower]
        return [[self._pixel(x + left + i * step, y + top + j * step) for i in range(width)] for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        x, y, _, _ = self.parcels[grower]
        return [self._pixel(x + left + i * right, y + top + i * down) for i in range(count)]
