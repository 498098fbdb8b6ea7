_WEIGHTS = (8, 7, 6, 5, 4, 3, 2)


def _check_character(make, count):
    places = [ord(letter) - ord("A") + 1 for letter in make]
    digits = [int(digit) for digit in f"{count:05d}"]
    rest = sum(w * v for w, v in zip(_WEIGHTS, places + digits)) % 11
    return "X" if rest == 10 else str(rest)


def _number(make, count):
    return f"{make}{count:05d}{_check_character(make, count)}"


def _split(number):
    if not isinstance(number, str) or len(number) != 8 or not number.isascii():
        raise ValueError("a number has eight ASCII characters")
    make, digits = number[:2], number[2:7]
    if not make.isupper() or not digits.isdigit():
        raise ValueError("a number has two capital letters and five digits")
    count = int(digits)
    if count == 0:
        raise ValueError("there is no crate 00000")
    if number != _number(make, count):
        raise ValueError("wrong check character")
    return make, count


class Crates:
    def __init__(self):
        self._stalls = {}

    def _lend_all(self, stall, numbers):
        if any(number in self._stalls for number in numbers):
            raise ValueError("a crate is lent already")
        self._stalls.update((number, stall) for number in numbers)

    def lend(self, stall, number):
        _split(number)
        self._lend_all(stall, [number])

    def lend_row(self, stall, first, last):
        make, low = _split(first)
        make_of_last, high = _split(last)
        if make != make_of_last:
            raise ValueError("a row has crates of one make only")
        if not 1 <= high - low + 1 <= 20:
            raise ValueError("a pallet holds 1 to 20 crates")
        self._lend_all(stall, [_number(make, n) for n in range(low, high + 1)])

    def take_back(self, number):
        _split(number)
        if number not in self._stalls:
            raise ValueError("crate is not lent")
        del self._stalls[number]

    def lent(self):
        return dict(self._stalls)
