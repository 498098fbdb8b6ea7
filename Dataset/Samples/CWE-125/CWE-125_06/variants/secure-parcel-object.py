import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class Parcel:
    pixels: bytes
    line: int
    left: int
    top: int
    width: int
    height: int

    def __getitem__(self, place):
        column, row = place
        if column not in range(self.width) or row not in range(self.height):
            raise ValueError(f"{place} is not in the parcel")
        (value,) = struct.unpack_from("<H", self.pixels, 2 * ((self.top + row) * self.line + self.left + column))
        return value


class HeatPicture:
    def __init__(self, width, pixels):
        self.line, self.pixels, self.parcels = width, pixels, {}

    def assign(self, grower, left, top, width, height):
        self.parcels[grower] = Parcel(self.pixels, self.line, left, top, width, height)

    def crop(self, grower, left, top, width, height, step=1):
        parcel = self.parcels[grower]
        return [
            [parcel[left + column * step, top + row * step] for column in range(width)] for row in range(height)
        ]

    def along(self, grower, left, top, right, down, count):
        parcel = self.parcels[grower]
        return [parcel[left + number * right, top + number * down] for number in range(count)]
