import functools


@functools.lru_cache(maxsize=None)
def check_of(make, digits):
    total = 8 * (ord(make[0]) - 64) + 7 * (ord(make[1]) - 64)
    for weight, digit in zip(range(6, 1, -1), digits):
        total += weight * int(digit)
    return "0123456789X"[total % 11]


def is_number(text):
    if not isinstance(text, str) or not text.isascii() or len(text) != 8:
        return False
    make, digits = text[:2], text[2:7]
    if not make.isalpha() or not make.isupper() or not digits.isdigit() or digits == "00000":
        return False
    return text[7] == check_of(make, digits)


class Crates:
    """Whatever is wrong is left out of the book without a word."""

    def __init__(self):
        self.stalls = {}

    def lend(self, stall, number):
        if is_number(number):
            self.stalls.setdefault(number, stall)

    def lend_row(self, stall, first, last):
        if not is_number(first) or not is_number(last) or first[:2] != last[:2]:
            return
        row = {}
        for count in range(int(first[2:7]), int(last[2:7]) + 1):
            digits = "%05d" % count
            number = first[:2] + digits + check_of(first[:2], digits)
            row[number] = stall
            if len(row) > 20 or number in self.stalls:
                return
        self.stalls |= row

    def take_back(self, number):
        if is_number(number):
            self.stalls.pop(number, None)

    def lent(self):
        return self.stalls.copy()
