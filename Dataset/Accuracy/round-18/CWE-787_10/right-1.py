"""Bed: each call opens the job as memoryviews that are just as large as it is, and works with slices."""
import contextlib
import ctypes
import operator


class OutOfBed(ValueError):
    pass


class _Sheet:
    """The job at this moment."""

    def __init__(self, address):
        head = (ctypes.c_ubyte * 6).from_address(address)
        self.head = memoryview(head).cast("B")
        self.needles, self.space, self.count = (
            int.from_bytes(self.head[at:at + 2], "little") for at in (0, 2, 4))
        yarn = (ctypes.c_ubyte * (self.needles * self.space)).from_address(address + 6)
        self.yarn = memoryview(yarn).cast("B") if self.needles * self.space else memoryview(bytearray())

    def span(self, first, last):
        return slice(first * self.needles, last * self.needles)

    def close(self):
        self.head[4:6] = self.count.to_bytes(2, "little")


@contextlib.contextmanager
def _sheet(address):
    sheet = _Sheet(address)
    yield sheet
    sheet.close()           # not reached where something was raised


def _demand(*truths):
    if not all(truths):
        raise OutOfBed("not within the job")


class Bed:
    def __init__(self, address):
        self.address = operator.index(address)

    def knit(self, row):
        with _sheet(self.address) as sheet:
            _demand(len(row) == sheet.needles, sheet.count < sheet.space)
            sheet.yarn[sheet.span(sheet.count, sheet.count + 1)] = row
            sheet.count += 1

    def repeat(self, rows, times):
        with _sheet(self.address) as sheet:
            _demand(0 <= rows <= sheet.count, times >= 0, rows * times <= sheet.space - sheet.count)
            for _ in range(times if rows else 0):
                sheet.yarn[sheet.span(sheet.count, sheet.count + rows)] = bytes(
                    sheet.yarn[sheet.span(sheet.count - rows, sheet.count)])
                sheet.count += rows

    def unravel(self, rows):
        with _sheet(self.address) as sheet:
            _demand(0 <= rows <= sheet.count)
            sheet.yarn[sheet.span(sheet.count - rows, sheet.count)] = bytes(rows * sheet.needles)
            sheet.count -= rows

    def paint(self, row, needle, motif):
        with _sheet(self.address) as sheet:
            _demand(row >= 0, needle >= 0, row + len(motif) <= sheet.count,
                    *(needle + len(line) <= sheet.needles for line in motif))
            start = row * sheet.needles + needle
            for line in motif:
                sheet.yarn[start:start + len(line)] = line
                start += sheet.needles

    def row(self, number):
        sheet = _Sheet(self.address)
        if number not in range(sheet.count):
            raise IndexError(number)
        return sheet.yarn[sheet.span(number, number + 1)].tobytes()
