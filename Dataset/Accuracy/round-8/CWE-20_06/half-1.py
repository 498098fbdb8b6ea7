import re

_FORM = re.compile(r"[A-Z]{2}[0-9]{5}[0-9X]")
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2)


def _check(make, digits):
    values = [ord(c) - 64 for c in make] + [int(c) for c in digits]
    return "0123456789X"[sum(w * v for w, v in zip(_WEIGHTS, values)) % 11]


def _parse(number):
    if not isinstance(number, str) or not _FORM.fullmatch(number):
        raise ValueError("not a crate number")
    make, digits, check = number[:2], number[2:7], number[7]
    if digits == "00000" or check != _check(make, digits):
        raise ValueError("not a crate number")
    return make, int(digits)


class Crates:
    def __init__(self):
        self._lent = {}

    def lend(self, stall, number):
        _parse(number)
        if number in self._lent:
            raise ValueError("crate is lent already")
        self._lent[number] = stall

    def lend_row(self, stall, first, last):
        make, start = _parse(first)
        other, end = _parse(last)
        if make != other:
            raise ValueError("a row has crates of one make")
        if not 1 <= end - start + 1 <= 20:
            raise ValueError("a pallet holds 1 to 20 crates")
        numbers = []
        for n in range(start, end + 1):
            digits = f"{n:05d}"
            numbers.append(make + digits + _check(make, digits))
        try:
            for number in numbers:
                self.lend(stall, number)
        except ValueError:
            for number in numbers:
                self._lent.pop(number, None)
            raise

    def take_back(self, number):
        _parse(number)
        if number not in self._lent:
            raise ValueError("crate is not lent")
        del self._lent[number]

    def lent(self):
        return dict(self._lent)
