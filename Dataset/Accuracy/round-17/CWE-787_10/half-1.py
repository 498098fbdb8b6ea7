import ctypes


class _Head(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("needles", ctypes.c_uint16), ("space", ctypes.c_uint16),
                ("count", ctypes.c_uint16)]


class Bed:
    def __init__(self, address):
        self._yarn_at = address + ctypes.sizeof(_Head)
        self._head = _Head.from_address(address)
        self._yarn = None

    def knit(self, row):
        count = self._look()
        if len(row) != self._needles:
            raise ValueError("not one byte for each needle")
        if count >= self._space:
            raise ValueError("no space")
        self._write(count, row)
        self._head.count = count + 1

    def repeat(self, rows, times):
        count = self._look()
        if not 0 <= rows <= count or times < 0:
            raise ValueError("no such rows")
        if rows == 0:
            return
        if count + rows * times > self._space:
            raise ValueError("no space")
        end = count * self._needles
        again = bytes(self._yarn[end - rows * self._needles:end])
        self._write(count, again * times)
        self._head.count = count + rows * times

    def unravel(self, rows):
        count = self._look()
        if not 0 <= rows <= count:
            raise ValueError("no such rows")
        self._write(count - rows, bytes(rows * self._needles))
        self._head.count = count - rows

    def paint(self, row, needle, motif):
        count = self._look()
        if row < 0 or needle < 0 or row + len(motif) > count:
            raise ValueError("not within the rows")
        if needle > self._needles or any(needle + len(line) > self._needles for line in motif):
            raise ValueError("not within the row")
        for number, line in enumerate(motif, row):
            start = number * self._needles + needle
            self._yarn[start:start + len(line)] = line

    def row(self, number):
        if not 0 <= number < self._look():
            raise IndexError("no such row")
        return bytes(self._yarn[number * self._needles:(number + 1) * self._needles])

    def _look(self):
        """Looks at the job as it is now; returns the rows that are there."""
        head = self._head
        size = head.needles * head.space
        if self._yarn is None or len(self._yarn) != size:
            # a new job: an array that ends where its bytes end, as a second guard
            self._yarn = (ctypes.c_uint8 * size).from_address(self._yarn_at)
            self._needles, self._space = head.needles, head.space
        return head.count

    def _write(self, row, stitches):
        start = row * self._needles
        self._yarn[start:start + len(stitches)] = stitches
