"""Rows for the knitting machine."""
import ctypes


class _Head(ctypes.LittleEndianStructure):
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


class Bed:
    def __init__(self, address):
        self._address = address

    def _job(self):
        """Head and yarn of the job as it is now; the driver may have changed it."""
        head = _Head.from_address(self._address)
        size = head.needles * head.space
        yarn = (ctypes.c_ubyte * size).from_address(self._address + ctypes.sizeof(_Head))
        return head, memoryview(yarn).cast("B"), size

    def knit(self, row):
        head, yarn, size = self._job()
        start = head.count * head.needles
        if len(row) != head.needles:
            raise ValueError("a row has %d stitches" % head.needles)
        if start + len(row) > size:
            raise ValueError("no space for a row")
        yarn[start:start + len(row)] = row
        head.count += 1

    def repeat(self, rows, times):
        head, yarn, size = self._job()
        if not 0 <= rows <= head.count:
            raise ValueError("there are %d rows" % head.count)
        if times < 0:
            raise ValueError("times is below 0")
        end = head.count * head.needles
        length = rows * head.needles
        if end + length * times > size:
            raise ValueError("no space for these rows")
        if rows == 0 or times == 0:
            return
        pattern = bytes(yarn[end - length:end])
        if pattern:
            yarn[end:end + length * times] = pattern * times
        head.count += rows * times

    def unravel(self, rows):
        head, yarn, _ = self._job()
        if not 0 <= rows <= head.count:
            raise ValueError("there are %d rows" % head.count)
        start, end = (head.count - rows) * head.needles, head.count * head.needles
        yarn[start:end] = bytes(end - start)
        head.count -= rows

    def paint(self, row, needle, motif):
        head, yarn, _ = self._job()
        motif = [bytes(line) for line in motif]
        if row < 0 or row + len(motif) > head.count:
            raise ValueError("the motif is not within the rows")
        if needle < 0 or any(needle + len(line) > head.needles for line in motif):
            raise ValueError("the motif is not within its rows")
        for number, line in enumerate(motif, row):
            start = number * head.needles + needle
            yarn[start:start + len(line)] = line

    def row(self, number):
        head, yarn, _ = self._job()
        if not 0 <= number < head.count:
            raise ValueError("no such row")
        return bytes(yarn[number * head.needles:(number + 1) * head.needles])
