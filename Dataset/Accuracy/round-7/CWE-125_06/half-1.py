class HeatPicture:
    def __init__(self, width, pixels):
        self._width = width
        self._pixels = pixels
        self._parcels = {}

    def assign(self, grower, left, top, width, height):
        self._parcels[grower] = (left, top, width, height)

    def _pixel(self, column, row):
        at = 2 * (row * self._width + column)
        return int.from_bytes(self._pixels[at:at + 2], "little")

    def crop(self, grower, left, top, width, height, step=1):
        x, y, parcel_width, parcel_height = self._parcels[grower]
        if width < 0 or height < 0:
            raise ValueError("a size is not negative")
        if width == 0 or height == 0:
            return [[] for _ in range(height)]
        if left < 0 or top < 0:
            raise ValueError("left of the parcel, or above it")
        # the last pixel of a row, and the last row
        if left + (width - 1) * step >= parcel_width or top + (height - 1) * step >= parcel_height:
            raise ValueError("right of the parcel, or below it")
        return [[self._pixel(x + left + i * step, y + top + j * step) for i in range(width)]
                for j in range(height)]

    def along(self, grower, left, top, right, down, count):
        x, y, parcel_width, parcel_height = self._parcels[grower]
        if count < 0:
            raise ValueError("a count is not negative")
        if count == 0:
            return []
        for column, row in ((left, top), (left + (count - 1) * right, top + (count - 1) * down)):
            if not (0 <= column < parcel_width and 0 <= row < parcel_height):
                raise ValueError("outside of the parcel")
        return [self._pixel(x + left + i * right, y + top + i * down) for i in range(count)]
