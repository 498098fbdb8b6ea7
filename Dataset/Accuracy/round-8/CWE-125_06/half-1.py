class HeatPicture:
    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels
        self.parcels = {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = (left, top, width, height)

    def _pixel(self, column, row):
        at = 2 * (row * self.width + column)
        return int.from_bytes(self.pixels[at:at + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        x, y, parcel_width, parcel_height = self.parcels[grower]
        if left < 0 or top < 0 or width < 0 or height < 0:
            raise ValueError("outside of the parcel")
        if width == 0 or height == 0:
            return [[] for _ in range(height)]
        last_column = left + (width - 1) * step
        last_row = top + (height - 1) * step
        if last_column >= parcel_width or last_row >= parcel_height:
            raise ValueError("outside of the parcel")
        return [
            [self._pixel(x + left + i * step, y + top + j * step) for i in range(width)]
            for j in range(height)
        ]

    def along(self, grower, left, top, right, down, count):
        x, y, parcel_width, parcel_height = self.parcels[grower]
        temperatures = []
        for _ in range(count):
            if not (0 <= left < parcel_width and 0 <= top < parcel_height):
                raise ValueError("outside of the parcel")
            temperatures.append(self._pixel(x + left, y + top))
            left += right
            top += down
        return temperatures
