import re

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def to_text(index):
    """The number of a crate from its place among all crates of all makes."""
    makes, digits = divmod(index, 100_000)
    one, two = divmod(makes, 26)
    total = 8 * (one + 1) + 7 * (two + 1)
    for weight, digit in zip((6, 5, 4, 3, 2), f"{digits:05d}"):
        total += weight * int(digit)
    check = total % 11
    return f"{LETTERS[one]}{LETTERS[two]}{digits:05d}{'X' if check == 10 else check}"


def to_index(text):
    if not isinstance(text, str) or re.fullmatch("[A-Z]{2}[0-9]{5}[0-9X]", text) is None:
        raise ValueError("this is not written like a number")
    digits = int(text[2:7])
    if digits == 0:
        raise ValueError("there is no crate 00000")
    index = (LETTERS.index(text[0]) * 26 + LETTERS.index(text[1])) * 100_000 + digits
    if to_text(index) != text:
        raise ValueError("the check character is wrong")
    return index


class Crates:
    def __init__(self):
        self._lent = {}

    def lend(self, stall, number):
        self._lend(stall, range(to_index(number), to_index(number) + 1))

    def lend_row(self, stall, first, last):
        row = range(to_index(first), to_index(last) + 1)
        # crates of different makes are far apart
        if not 1 <= len(row) <= 20:
            raise ValueError("a row is 1 to 20 crates of one make")
        self._lend(stall, row)

    def _lend(self, stall, indexes):
        if not self._lent.keys().isdisjoint(indexes):
            raise ValueError("lent already")
        self._lent.update((index, stall) for index in indexes)

    def take_back(self, number):
        index = to_index(number)
        if index not in self._lent:
            raise ValueError("not lent")
        del self._lent[index]

    def lent(self):
        return {to_text(index): stall for index, stall in self._lent.items()}
