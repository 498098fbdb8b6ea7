import re


class Crate:
    FORM = re.compile(r"([A-Z])([A-Z])([0-9]{5})([0-9X])", re.ASCII)

    def __init__(self, make, digits):
        self.make, self.digits = make, digits

    @classmethod
    def parse(cls, text):
        found = cls.FORM.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise ValueError("not the form of a number")
        crate = cls(found[1] + found[2], int(found[3]))
        if crate.digits == 0 or str(crate) != text:
            raise ValueError("wrong check character, or crate 00000")
        return crate

    def __str__(self):
        body = f"{self.make}{self.digits:05}"
        total = sum(weight * (ord(c) - (64 if c.isalpha() else 48))
                    for weight, c in zip(range(8, 1, -1), body))
        return body + "0123456789X"[total % 11]


class Crates:
    def __init__(self):
        self._stalls = {}

    def _lend_all(self, stall, crates):
        numbers = [str(crate) for crate in crates]
        for number in numbers:
            if self._stalls.get(number):
                raise ValueError(f"{number} is with {self._stalls[number]}")
        for number in numbers:
            self._stalls[number] = stall

    def lend(self, stall, number):
        self._lend_all(stall, [Crate.parse(number)])

    def lend_row(self, stall, first, last):
        a, b = Crate.parse(first), Crate.parse(last)
        size = b.digits - a.digits + 1
        if a.make != b.make or size < 1 or size > 20:
            raise ValueError("no row")
        self._lend_all(stall, [Crate(a.make, a.digits + i) for i in range(size)])

    def take_back(self, number):
        number = str(Crate.parse(number))
        if number not in self._stalls:
            raise ValueError("not lent")
        self._stalls.pop(number)

    def lent(self):
        return {**self._stalls}
