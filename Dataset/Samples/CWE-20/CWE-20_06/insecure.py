WEIGHTS = (8, 7, 6, 5, 4, 3, 2)


def check_character(make, digits):
    places = [ord(letter) - 64 for letter in make] + [int(digit) for digit in digits]
    return "0123456789X"[sum(place * weight for place, weight in zip(places, WEIGHTS)) % 11]


class Crates:
    def __init__(self):
        self._stalls = {}

    def _check(self, number):
        if len(number) != 8 or check_character(number[:2], number[2:7]) != number[7]:
            raise ValueError("this is not the number of a crate")

    def lend(self, stall, number):
        self._check(number)
        if number in self._stalls:
            raise ValueError("this crate is lent already")
        self._stalls[number] = stall

    def lend_row(self, stall, first, last):
        self._check(first)
        self._check(last)
        make = first[:2]
        for count in range(int(first[2:7]), int(last[2:7]) + 1):
            digits = f"{count:05}"
            self._stalls[make + digits + check_character(make, digits)] = stall

    def take_back(self, number):
        self._check(number)
        if number not in self._stalls:
            raise ValueError("this crate is not lent")
        del self._stalls[number]

    def lent(self):
        return dict(self._stalls)
