"""Writes rows into the job of the knitting machine's driver.

All writing goes through memory views, which know where they end, other than
addresses. They are made anew for every call, as the driver may have put
another job there since the last one.
"""
import ctypes
import struct

HEADER = struct.Struct("<HHH")


def view(address, size):
    return memoryview((ctypes.c_uint8 * size).from_address(address)).cast("B")


class Bed:
    def __init__(self, address):
        self.address = address

    def _job(self):
        head = view(self.address, HEADER.size)
        needles, space, count = HEADER.unpack(head)
        yarn = view(self.address + HEADER.size, needles * space)
        return needles, space, count, yarn

    def _set_count(self, count):
        view(self.address + 4, 2)[:] = count.to_bytes(2, "little")

    def _append(self, rows, number):
        needles, space, count, yarn = self._job()
        if count + number > space:
            raise ValueError("no space for that")
        yarn[count * needles:(count + number) * needles] = rows
        self._set_count(count + number)

    def knit(self, row):
        if len(row) != self._job()[0]:
            raise ValueError("not one byte for each needle")
        self._append(row, 1)

    def repeat(self, rows, times):
        needles, space, count, yarn = self._job()
        if not 0 <= rows <= count or times < 0:
            raise ValueError("rows or times out of range")
        if count + rows * times > space:
            raise ValueError("no space for that")
        if rows and times:
            last = bytes(yarn[(count - rows) * needles:count * needles])
            self._append(last * times, rows * times)

    def unravel(self, rows):
        needles, space, count, yarn = self._job()
        if not 0 <= rows <= count:
            raise ValueError("not so many rows there")
        yarn[(count - rows) * needles:count * needles] = bytes(rows * needles)
        self._set_count(count - rows)

    def paint(self, row, needle, motif):
        needles, space, count, yarn = self._job()
        if row < 0 or row + len(motif) > count:
            raise ValueError("motif above the first or below the last row")
        places = []
        for number, line in enumerate(motif, row):
            whole = yarn[number * needles:(number + 1) * needles]
            place = whole[needle:needle + len(line)]
            # What is outside of the row is cut off by the slice.
            if len(place) != len(line) or needle > needles:
                raise ValueError("motif in front of a row or behind it")
            places.append(place)
        # Nothing has been written up to here.
        for place, line in zip(places, motif):
            place[:] = line

    def row(self, number):
        needles, space, count, yarn = self._job()
        if not 0 <= number < count:
            raise ValueError("no such row")
        return bytes(yarn[number * needles:(number + 1) * needles])
