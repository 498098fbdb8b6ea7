import ctypes


class Bed:
    def __init__(self, address):
        self.numbers = ctypes.cast(address, ctypes.POINTER(ctypes.c_uint16))
        self.yarn = ctypes.cast(address + 6, ctypes.POINTER(ctypes.c_uint8))

    def _write(self, row, needle, stitches):
        start = row * self.numbers[0] + needle
        for place, yarn in enumerate(stitches, start):
            self.yarn[place] = yarn

    def knit(self, row):
        needles, space, count = self.numbers[:3]
        if len(row) - needles or count + 1 > space:
            raise ValueError(row)
        self._write(count, 0, row)
        self.numbers[2] = count + 1

    def repeat(self, rows, times):
        needles, space, count = self.numbers[:3]
        if min(rows, times) < 0 or rows > count or rows * times + count > space:
            raise ValueError((rows, times))
        last = [self.row(number) for number in range(count - rows, count)]
        if last:
            for row in last * times:
                self.knit(row)

    def unravel(self, rows):
        needles, _, count = self.numbers[:3]
        if not count >= rows >= 0:
            raise ValueError(rows)
        self._write(count - rows, 0, bytes(needles * rows))
        self.numbers[2] = count - rows

    def paint(self, row, needle, motif):
        needles, _, count = self.numbers[:3]
        if not 0 <= row <= row + len(motif) <= count or needle < 0:
            raise ValueError("rows")
        if [line for line in motif if needle + len(line) > needles]:
            raise ValueError("needles")
        for line in motif:
            self._write(row, needle, line)
            row += 1

    def row(self, number):
        return bytes(self.yarn[number * self.numbers[0] : (number + 1) * self.numbers[0]])
