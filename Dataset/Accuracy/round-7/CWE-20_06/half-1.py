import re

FORM = re.compile(r"[A-Z]{2}[0-9]{5}[0-9X]")


def check_character(make, digits):
    values = [ord(c) - 64 for c in make] + [int(c) for c in digits]
    remainder = sum(v * w for v, w in zip(values, (8, 7, 6, 5, 4, 3, 2))) % 11
    return "0123456789X"[remainder]


def parse(number):
    if not isinstance(number, str) or not FORM.fullmatch(number):
        raise ValueError(f"not a number of a crate: {number!r}")
    make, digits = number[:2], number[2:7]
    if digits == "00000" or number[7] != check_character(make, digits):
        raise ValueError(f"no such crate: {number!r}")
    return make, int(digits)


class Crates:
    def __init__(self):
        self._lent = {}

    def lend(self, stall, number):
        parse(number)
        if number in self._lent:
            raise ValueError(f"{number} is lent already")
        self._lent[number] = stall

    def lend_row(self, stall, first, last):
        make, start = parse(first)
        other, end = parse(last)
        if make != other or not 1 <= end - start + 1 <= 20:
            raise ValueError("a row is 1 to 20 crates of one make")
        row = []
        for i in range(start, end + 1):
            digits = f"{i:05}"
            row.append(make + digits + check_character(make, digits))
        try:
            for number in row:
                self.lend(stall, number)
        except ValueError:
            for number in row:
                self._lent.pop(number, None)
            raise

    def take_back(self, number):
        parse(number)
        if number not in self._lent:
            raise ValueError(f"{number} is not lent")
        del self._lent[number]

    def lent(self):
        return dict(self._lent)
