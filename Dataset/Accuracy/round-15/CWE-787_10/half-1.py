"""Writes rows into the job of the knitting machine's driver."""
import ctypes


class Header(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("needles", ctypes.c_uint16),
                ("space", ctypes.c_uint16),
                ("count", ctypes.c_uint16)]


YARN = ctypes.sizeof(Header)
MOST = 0xFFFF           # what fits into the fields of the header


class Bed:
    def __init__(self, address):
        self._address = address
        # This lies on the driver's memory, so it always says what holds now.
        self._job = Header.from_address(address)

    def _at(self, row, needle=0):
        return self._address + YARN + row * self._job.needles + needle

    def _claim(self, rows):
        """Count some more rows, and return the number of the first one."""
        job = self._job
        first = job.count
        job.count += rows
        if job.count > job.space or job.count < first:
            job.count = first
            raise ValueError("there is no space for so many rows")
        return first

    def knit(self, row):
        row = bytes(row)
        if len(row) != self._job.needles:
            raise ValueError("a row has one byte for each needle")
        first = self._claim(1)
        ctypes.memmove(self._at(first), row, len(row))

    def repeat(self, rows, times):
        if not 0 <= rows <= self._job.count:
            raise ValueError("there are not so many rows")
        if times < 0:
            raise ValueError("times is below 0")
        if rows == 0:
            return
        if times > MOST:
            raise ValueError("there is no space for so many rows")
        first = self._claim(rows * times)
        pattern = ctypes.string_at(self._at(first - rows),
                                   rows * self._job.needles)
        ctypes.memmove(self._at(first), pattern * times, len(pattern) * times)

    def unravel(self, rows):
        job = self._job
        if not 0 <= rows <= job.count:
            raise ValueError("there are not so many rows")
        left = job.count - rows
        ctypes.memset(self._at(left), 0, rows * job.needles)
        job.count = left

    def paint(self, row, needle, motif):
        job = self._job
        lines = [bytes(line) for line in motif]
        if row < 0 or row + len(lines) > job.count:
            raise ValueError("the motif leaves the rows that are there")
        if needle < 0 or any(needle + len(line) > job.needles for line in lines):
            raise ValueError("the motif leaves its row")
        for number, line in enumerate(lines, row):
            ctypes.memmove(self._at(number, needle), line, len(line))

    def row(self, number):
        if not 0 <= number < self._job.count:
            raise ValueError("there is no such row")
        return ctypes.string_at(self._at(number), self._job.needles)
