import ctypes
import struct


class Bed:
    """A view of the job is made for each call; whatever is written through it is within its bytes."""

    def __init__(self, address):
        self.address = address

    def _open(self):
        header = (ctypes.c_ubyte * 6).from_address(self.address)
        needles, space, count = struct.unpack("<HHH", bytes(header))
        yarn = (ctypes.c_ubyte * (needles * space)).from_address(self.address + 6)
        return needles, space, count, memoryview(yarn).cast("B")

    def _told(self, count):
        ctypes.c_uint16.from_address(self.address + 4).value = count

    def knit(self, row):
        if len(row) != self._open()[0]:
            raise ValueError("not one byte for each needle")
        self._append(lambda needles, count, yarn: row)

    def _append(self, what):
        needles, space, count, yarn = self._open()
        more = what(needles, count, yarn)
        rows, rest = divmod(len(more), needles) if needles else (0, 1)
        if rest or count + rows > space:
            raise ValueError("it does not fit")
        yarn[count * needles : (count + rows) * needles] = more
        self._told(count + rows)

    def repeat(self, rows, times):
        def pattern(needles, count, yarn):
            if rows not in range(count + 1) or times < 0 or times > 65535 and rows:
                raise ValueError("no such rows")
            return bytes(yarn[(count - rows) * needles : count * needles]) * (times if rows else 0)

        self._append(pattern)

    def unravel(self, rows):
        needles, _, count, yarn = self._open()
        if rows not in range(count + 1):
            raise ValueError("no such rows")
        yarn[(count - rows) * needles : count * needles] = bytes(rows * needles)
        self._told(count - rows)

    def paint(self, row, needle, motif):
        needles, _, count, yarn = self._open()
        picture = [bytearray(yarn[at * needles : (at + 1) * needles]) for at in range(count)]
        if row < 0 or row + len(motif) > count or needle < 0:
            raise ValueError("outside")
        for line, stitches in zip(picture[row:], motif):
            line[needle : needle + len(stitches)] = stitches
            if len(line) != needles:
                raise ValueError("outside")
        yarn[: count * needles] = b"".join(picture)

    def row(self, number):
        needles, _, _, yarn = self._open()
        return bytes(yarn[number * needles : (number + 1) * needles])
