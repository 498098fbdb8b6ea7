import logging
from dataclasses import dataclass
from functools import partial

log = logging.getLogger("heat")


class OutsideParcel(ValueError):
    pass


@dataclass(frozen=True)
class Walk:
    """`count` places, `step` apart; arithmetic only, no place is visited to check it."""
    first: int
    step: int
    count: int

    def __post_init__(self):
        if self.count < 0:
            raise OutsideParcel("a number of pixels is not negative")

    def __iter__(self):
        return (self.first + i * self.step for i in range(self.count))

    @property
    def ends(self):
        return (self.first, self.first + (self.count - 1) * self.step) if self.count else ()


@dataclass(frozen=True)
class Parcel:
    left: int
    top: int
    width: int
    height: int

    def allow(self, columns: Walk, rows: Walk):
        if not columns.count or not rows.count:
            return
        if not (all(0 <= x < self.width for x in columns.ends) and all(0 <= y < self.height for y in rows.ends)):
            log.info("refused: %s %s", columns, rows)
            raise OutsideParcel("outside of the parcel")


class HeatPicture:
    def __init__(self, width, pixels):
        self.__memory = memoryview(bytes(pixels)).toreadonly()
        self.__width = width
        self.__parcels = {}

    def assign(self, grower, left, top, width, height):
        self.__parcels[grower] = Parcel(left, top, width, height)

    def __read(self, parcel, column, row):
        low = 2 * ((parcel.top + row) * self.__width + parcel.left + column)
        return self.__memory[low] + 256 * self.__memory[low + 1]

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.__parcels[grower]
        columns, rows = Walk(left, step, width), Walk(top, step, height)
        parcel.allow(columns, rows)
        read = partial(self.__read, parcel)
        return [[read(column, row) for column in columns] for row in rows]

    def along(self, grower, left, top, right, down, count):
        parcel = self.__parcels[grower]
        columns, rows = Walk(left, right, count), Walk(top, down, count)
        parcel.allow(columns, rows)
        return list(map(partial(self.__read, parcel), columns, rows))
