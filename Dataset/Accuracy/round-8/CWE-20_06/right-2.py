from dataclasses import dataclass
from functools import total_ordering
from operator import mul
from string import ascii_uppercase as LETTERS, digits as DIGITS

CHECKS = DIGITS + "X"


@total_ordering
@dataclass(frozen=True)
class Crate:
    make: str
    serial: int

    def __str__(self):
        body = self.make + str(self.serial).zfill(5)
        values = [*(LETTERS.index(c) + 1 for c in body[:2]), *map(int, body[2:])]
        return body + CHECKS[sum(map(mul, range(8, 1, -1), values)) % 11]

    def __lt__(self, other):
        return self.serial < other.serial

    @classmethod
    def typed(cls, text):
        match text:
            case str() if len(text) == 8:
                pass
            case _:
                raise ValueError("eight characters are wanted")
        alphabets = [LETTERS] * 2 + [DIGITS] * 5 + [CHECKS]
        if not all(c in alphabet for c, alphabet in zip(text, alphabets)):
            raise ValueError(f"{text!r} has not the form of a number")
        crate = cls(text[:2], int(text[2:7]))
        if not crate.serial or str(crate) != text:
            raise ValueError(f"{text!r} is no crate")
        return crate

    def upto(self, last):
        if self.make != last.make or last < self or last.serial - self.serial > 19:
            raise ValueError("that is no pallet")
        return (Crate(self.make, n) for n in range(self.serial, last.serial + 1))


class Crates:
    def __init__(self):
        self._book = {}

    def lend(self, stall, number):
        self._enter(stall, [Crate.typed(number)])

    def lend_row(self, stall, first, last):
        self._enter(stall, Crate.typed(first).upto(Crate.typed(last)))

    def _enter(self, stall, crates):
        fresh = {str(crate): stall for crate in crates}
        if self._book.keys() & fresh.keys():
            raise ValueError("lent already")
        self._book = self._book | fresh

    def take_back(self, number):
        key = str(Crate.typed(number))
        try:
            self._book.pop(key)
        except KeyError:
            raise ValueError("not lent") from None

    def lent(self):
        return self._book.copy()
