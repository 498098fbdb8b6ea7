import ctypes


class Bed:
    """Every method works out what the whole of the rows shall be, as plain
    bytes, and only then puts back as much as there was room for."""

    def __init__(self, address):
        self.__where = address

    def __load(self):
        numbers = ctypes.string_at(self.__where, 6)
        needles, space, count = (numbers[i] + 256 * numbers[i + 1] for i in (0, 2, 4))
        if count > space:
            raise ValueError("a job that cannot be")
        return needles, space, count, ctypes.string_at(self.__where + 6, needles * count)

    def __store(self, needles, space, old, new, count):
        """Write what differs; `new` is all the rows, and zeros behind them."""
        if count > space or len(new) > needles * space:
            raise ValueError("no space")
        target = (ctypes.c_ubyte * (6 + needles * space)).from_address(self.__where)
        if new[:len(old)] == old:
            target[6 + len(old):6 + len(new)] = new[len(old):]
        else:
            target[6:6 + len(new)] = new
        target[4:6] = divmod(count, 256)[::-1]

    def knit(self, row):
        needles, space, count, old = self.__load()
        if len(row) != needles:
            raise ValueError("one byte for each needle")
        self.__store(needles, space, old, old + row, count + 1)

    def repeat(self, rows, times):
        needles, space, count, old = self.__load()
        if rows not in range(count + 1) or times < 0 or count + rows * times > space:
            raise ValueError("rows, times, or space")
        more = old[(count - rows) * needles:] * (times if rows else 0)
        self.__store(needles, space, old, old + more, count + rows * times)

    def unravel(self, rows):
        needles, space, count, old = self.__load()
        if rows not in range(count + 1):
            raise ValueError("rows")
        stay = (count - rows) * needles
        self.__store(needles, space, old[:stay],
                     old[:stay].ljust(len(old), b"\0"), count - rows)

    def paint(self, row, needle, motif):
        needles, space, count, old = self.__load()
        new = bytearray(old)
        if row < 0 or needle < 0 or row + len(motif) > count:
            raise ValueError("motif")
        for start, line in zip(range(row * needles, len(old) + 1, needles or 1), motif):
            if needle + len(line) > needles:
                raise ValueError("motif")
            new[start + needle:start + needle + len(line)] = line
        self.__store(needles, space, old, bytes(new), count)

    def row(self, number):
        needles, space, count, old = self.__load()
        if number not in range(count):
            raise IndexError(number)
        return old[number * needles:][:needles]
