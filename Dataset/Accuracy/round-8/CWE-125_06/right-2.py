import sys
from array import array
from itertools import islice, product
from typing import NamedTuple


class Parcel(NamedTuple):
    columns: range
    rows: range

    def locate(self, left, top):
        """Column and row in the picture. A range refuses what is behind its end by itself."""
        if left < 0 or top < 0:
            raise ValueError("left of or above the parcel")
        try:
            return self.columns[left], self.rows[top]
        except IndexError:
            raise ValueError("right of or below the parcel") from None


class HeatPicture:
    def __init__(self, width, pixels):
        self.__width = width
        self.__memory = memoryview(pixels).cast("B").cast("H") if sys.byteorder == "little" else self.__swapped(pixels)
        self.__parcels = {}

    @staticmethod
    def __swapped(pixels):
        values = array("H", pixels)
        values.byteswap()
        return values

    def assign(self, grower, left, top, width, height):
        self.__parcels[grower] = Parcel(range(left, left + width), range(top, top + height))

    def __take(self, grower, places):
        locate = self.__parcels[grower].locate
        # all places are located before the first pixel is touched
        return [self.__memory[row * self.__width + column] for column, row in [locate(*p) for p in places]]

    def crop(self, grower, left, top, width, height, step=1):
        values = iter(
            self.__take(grower, ((left + i * step, top + j * step) for j, i in product(range(height), range(width))))
        )
        return [list(islice(values, max(width, 0))) for _ in range(height)]

    def along(self, grower, left, top, right, down, count):
        return self.__take(grower, ((left + right * k, top + down * k) for k in range(count)))
