from string import ascii_uppercase

WEIGHTS = (6, 5, 4, 3, 2)


def make_number(make, count):
    total = 8 * (ascii_uppercase.index(make[0]) + 1) + 7 * (ascii_uppercase.index(make[1]) + 1)
    total += sum(w * int(d) for w, d in zip(WEIGHTS, f"{count:05d}"))
    rest = total % 11
    return f"{make}{count:05d}{'X' if rest == 10 else rest}"


def split(number):
    """Returns the make and the count of a number, or raises ValueError."""
    if not isinstance(number, str) or len(number) != 8 or not number.isascii():
        raise ValueError("a number has eight characters")
    make, digits, check = number[:2], number[2:7], number[7]
    count = int(digits)
    if not 1 <= count <= 99999:
        raise ValueError("there is no such crate")
    if check != make_number(make, count)[-1]:
        raise ValueError("mistyped")
    return make, count


class Crates:
    def __init__(self):
        self.book = {}

    def lend(self, stall, number):
        split(number)
        self._write(stall, [number])

    def lend_row(self, stall, first, last):
        (make, a), (make2, b) = split(first), split(last)
        if make != make2:
            raise ValueError("two makes")
        if not 0 <= b - a < 20:
            raise ValueError("a pallet holds 1 to 20 crates")
        self._write(stall, [make_number(make, n) for n in range(a, b + 1)])

    def _write(self, stall, numbers):
        if any(number in self.book for number in numbers):
            raise ValueError("lent already")
        self.book.update(dict.fromkeys(numbers, stall))

    def take_back(self, number):
        split(number)
        if number not in self.book:
            raise ValueError("not lent")
        del self.book[number]

    def lent(self):
        return self.book.copy()
