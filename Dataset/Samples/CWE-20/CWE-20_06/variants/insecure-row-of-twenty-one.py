import re

NUMBER = re.compile(r"([A-Z]{2})([0-9]{5})[0-9X]")
MOST_IN_A_ROW = 20


def number(make, count):
    """The number of a crate of a make, with its check character."""
    places = [ord(letter) - ord("A") + 1 for letter in make] + [int(digit) for digit in f"{count:05}"]
    total = sum(place * weight for place, weight in zip(places, (8, 7, 6, 5, 4, 3, 2)))
    return f"{make}{count:05}{'0123456789X'[total % 11]}"


def parse(text):
    """The make and the count of a crate; raises ValueError if the text is not exactly a number."""
    found = NUMBER.fullmatch(text) if isinstance(text, str) else None
    if not found or int(found[2]) == 0 or number(found[1], int(found[2])) != text:
        raise ValueError("this is not the number of a crate")
    return found[1], int(found[2])


class Crates:
    def __init__(self):
        self._stalls = {}

    def lend(self, stall, number):
        self.lend_row(stall, number, number)

    def lend_row(self, stall, first, last):
        make, start = parse(first)
        other, end = parse(last)
        if make != other or not 0 <= end - start <= MOST_IN_A_ROW:
            raise ValueError("this is no row of crates")
        row = [number(make, count) for count in range(start, end + 1)]
        if any(one in self._stalls for one in row):
            raise ValueError("a crate of these is lent already")
        self._stalls.update(dict.fromkeys(row, stall))

    def take_back(self, number):
        parse(number)
        if number not in self._stalls:
            raise ValueError("this crate is not lent")
        del self._stalls[number]

    def lent(self):
        return dict(self._stalls)
