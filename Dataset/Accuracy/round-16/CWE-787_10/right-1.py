"""Bed: each call plans its writes as slices first; only a whole plan is carried out."""
import ctypes
import operator
import struct
from contextlib import contextmanager


class NotThere(ValueError):
    pass


class _Plan:
    """The job of this moment, and what is to become of it."""

    def __init__(self, address):
        head = memoryview((ctypes.c_char * 6).from_address(address)).cast("B")
        self.needles, self.space, self.count = struct.unpack("<3H", head)
        self._head = head
        self._yarn = memoryview((ctypes.c_ubyte * (self.needles * self.space)).from_address(address + 6)).cast("B")
        self._writes = []
        self._new_count = self.count

    def demand(self, truth, words):
        if not truth:
            raise NotThere(words)

    def stitches(self, row, rows):
        return self._yarn[row * self.needles:(row + rows) * self.needles].tobytes()

    def write(self, row, needle, data):
        start = row * self.needles + needle
        self.demand(0 <= start and start + len(data) <= len(self._yarn), "outside of the job")
        self._writes.append((slice(start, start + len(data)), data))

    def length(self, rows):
        self.demand(0 <= rows <= self.space, "no space")
        self._new_count = rows

    def carry_out(self):
        for where, data in self._writes:
            self._yarn[where] = data
        struct.pack_into("<H", self._head, 4, self._new_count)


class Bed:
    def __init__(self, address):
        self.__address = address

    @contextmanager
    def __plan(self):
        plan = _Plan(self.__address)
        yield plan
        plan.carry_out()

    def knit(self, row):
        with self.__plan() as plan:
            plan.demand(isinstance(row, bytes) and len(row) == plan.needles, "one byte for each needle")
            plan.length(plan.count + 1)
            plan.write(plan.count, 0, row)

    def repeat(self, rows, times):
        rows, times = operator.index(rows), operator.index(times)
        with self.__plan() as plan:
            plan.demand(0 <= rows <= plan.count, "rows that are not there")
            plan.demand(times >= 0, "times")
            plan.length(plan.count + rows * times)
            if rows:
                plan.write(plan.count, 0, plan.stitches(plan.count - rows, rows) * times)

    def unravel(self, rows):
        rows = operator.index(rows)
        with self.__plan() as plan:
            plan.demand(0 <= rows <= plan.count, "rows that are not there")
            plan.length(plan.count - rows)
            plan.write(plan.count - rows, 0, bytes(rows * plan.needles))

    def paint(self, row, needle, motif):
        row, needle = operator.index(row), operator.index(needle)
        with self.__plan() as plan:
            plan.demand(0 <= row and 0 <= needle <= plan.needles, "in front of the rows")
            for number, line in enumerate(motif, row):
                plan.demand(isinstance(line, bytes), "bytes")
                plan.demand(number < plan.count, "below the rows")
                plan.demand(needle + len(line) <= plan.needles, "behind the rows")
                plan.write(number, needle, line)

    def row(self, number):
        plan = _Plan(self.__address)
        return plan.stitches(range(plan.count)[number], 1)
