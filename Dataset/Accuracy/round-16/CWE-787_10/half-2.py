"""Writes rows into the job of the knitting machine's driver."""
from ctypes import LittleEndianStructure, c_uint8, c_uint16, sizeof


class Header(LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("needles", c_uint16), ("space", c_uint16), ("count", c_uint16)]


class Bed:
    def __init__(self, address):
        self._header = Header.from_address(address)
        self._yarn_at = address + sizeof(Header)
        self._yarn = None
        self._job()

    def _job(self):
        """The header, with `_yarn` as a view of just the bytes of the job that is there now.

        To make a view is slow, so it is kept for as long as the job is the same.
        """
        header = self._header
        size = header.needles * header.space
        if self._yarn is None or len(self._yarn) != size:
            self._needles, self._space = header.needles, header.space
            self._yarn = memoryview((c_uint8 * size).from_address(self._yarn_at)).cast("B")
        return header

    def _put(self, row, needle, data):
        start = row * self._needles + needle
        self._yarn[start:start + len(data)] = data      # a memoryview never writes past its end

    def knit(self, row):
        job = self._job()
        if not isinstance(row, bytes) or len(row) != self._needles:
            raise ValueError("a row has one byte for each needle")
        if job.count >= self._space:
            raise ValueError("no space")
        self._put(job.count, 0, row)
        job.count += 1

    def repeat(self, rows, times):
        job = self._job()
        if not 0 <= rows <= job.count or times < 0:
            raise ValueError("rows or times")
        if rows * times > self._space - job.count:
            raise ValueError("no space")
        if rows and times:
            end = job.count * self._needles
            pattern = bytes(self._yarn[end - rows * self._needles:end])
            self._put(job.count, 0, pattern * times)
            job.count += rows * times

    def unravel(self, rows):
        job = self._job()
        if not 0 <= rows <= job.count:
            raise ValueError("rows")
        self._put(job.count - rows, 0, bytes(rows * self._needles))
        job.count -= rows

    def paint(self, row, needle, motif):
        job = self._job()
        lines = tuple(motif)
        if not 0 <= row <= job.count - len(lines):
            raise ValueError("the motif does not lie on the rows that are there")
        if needle < 0 or any(not isinstance(line, bytes) or needle + len(line) > self._needles
                             for line in lines):
            raise ValueError("the motif does not lie within its rows")
        for line in lines:
            self._put(row, needle, line)
            row += 1

    def row(self, number):
        job = self._job()
        if not 0 <= number < job.count:
            raise IndexError(number)
        return bytes(self._yarn[number * self._needles:(number + 1) * self._needles])
