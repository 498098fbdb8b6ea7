"""Writes rows into the job of the knitting machine's driver."""
import ctypes


class _Head(ctypes.LittleEndianStructure):
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16), ("count", ctypes.c_uint16)]


class Bed:
    def __init__(self, address):
        self._address = address
        self._head = _Head.from_address(address)
        self._lay_out()

    def _lay_out(self):
        head = self._head
        self._needles = head.needles
        self._yarn = (ctypes.c_uint8 * (head.needles * head.space)).from_address(
            self._address + ctypes.sizeof(_Head))

    def _look(self):
        """Takes up the job as it is now; the driver may have put in another one."""
        head = self._head
        if head.needles * head.space != len(self._yarn):
            self._lay_out()
        return head

    def _put(self, row, needle, data):
        start = row * self._needles + needle
        ctypes.memmove(ctypes.addressof(self._yarn) + start, data, len(data))

    def knit(self, row):
        head = self._look()
        if len(row) != self._needles:
            raise ValueError("a row has one byte for each needle")
        if head.count >= head.space:
            raise ValueError("no space")
        self._put(head.count, 0, row)
        head.count += 1

    def repeat(self, rows, times):
        head = self._look()
        if not 0 <= rows <= head.count or times < 0:
            raise ValueError("no such rows")
        if rows * times > head.space - head.count:
            raise ValueError("no space")
        first = head.count - rows
        block = bytes(self._yarn[first * self._needles:head.count * self._needles])
        self._put(head.count, 0, block * times if rows else b"")
        head.count += rows * times

    def unravel(self, rows):
        head = self._look()
        if not 0 <= rows <= head.count:
            raise ValueError("no such rows")
        self._put(head.count - rows, 0, bytes(rows * self._needles))
        head.count -= rows

    def paint(self, row, needle, motif):
        head = self._look()
        if row < 0 or needle < 0 or row + len(motif) > head.count:
            raise ValueError("the motif is not within the rows")
        if any(needle + len(line) > self._needles for line in motif):
            raise ValueError("the motif is not within its row")
        for number, line in enumerate(motif, row):
            self._put(number, needle, line)

    def row(self, number):
        head = self._look()
        if not 0 <= number < head.count:
            raise IndexError(number)
        return bytes(self._yarn[number * self._needles:(number + 1) * self._needles])
