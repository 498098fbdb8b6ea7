import re


def _check(make, digits):
    total = 8 * (ord(make[0]) - 64) + 7 * (ord(make[1]) - 64)
    for weight, digit in zip((6, 5, 4, 3, 2), digits):
        total += weight * int(digit)
    return "0123456789X"[total % 11]


def _number(make, n):
    digits = "%05d" % n
    return make + digits + _check(make, digits)


def _parse(number):
    if not isinstance(number, str):
        raise ValueError("a number is a string")
    match = re.fullmatch(r"([A-Z]{2})([0-9]{5})[0-9X]", number)
    if match is None:
        raise ValueError("not a number of a crate")
    make, n = match.group(1), int(match.group(2))
    if n == 0 or _number(make, n) != number:
        raise ValueError("no such crate")
    return make, n


class Crates:
    def __init__(self):
        self._lent = {}

    def lend(self, stall, number):
        self.lend_row(stall, number, number)

    def lend_row(self, stall, first, last):
        make, low = _parse(first)
        make2, high = _parse(last)
        if make != make2 or not 1 <= high - low + 1 <= 20:
            raise ValueError("not a pallet")
        row = [_number(make, n) for n in range(low, high + 1)]
        for number in row:
            if number in self._lent:
                raise ValueError("crate is lent: " + number)
        for number in row:
            self._lent[number] = stall

    def take_back(self, number):
        _parse(number)
        if number not in self._lent:
            raise ValueError("crate is not lent: " + number)
        del self._lent[number]

    def lent(self):
        return dict(self._lent)
