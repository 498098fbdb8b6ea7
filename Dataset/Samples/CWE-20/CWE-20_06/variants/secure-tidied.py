import string

LETTERS, DIGITS = string.ascii_uppercase, string.digits
WEIGHTS = 8, 7, 6, 5, 4, 3, 2


def with_check(text):
    values = [LETTERS.index(sign) + 1 for sign in text[:2]] + [DIGITS.index(sign) for sign in text[2:]]
    remainder = sum(map(int.__mul__, values, WEIGHTS)) % 11
    return text + ("X" if remainder == 10 else DIGITS[remainder])


def tidy(text):
    """The number as it stands in the book; blanks around it and small letters are no matter."""
    if type(text) is not str:
        raise ValueError("a number is a text")
    text = text.strip(" ")
    text = text.upper() if text.isascii() else text
    if len(text) != 8 or text[2:7] == "00000" or with_check(text[:7]) != text:
        raise ValueError("no such crate")
    return text


class Crates:
    def __init__(self):
        self.book = []

    def __contains__(self, number):
        return any(number == one for one, _ in self.book)

    def lend(self, stall, number):
        number = tidy(number)
        if number in self:
            raise ValueError("lent already")
        self.book.append((number, stall))

    def lend_row(self, stall, first, last):
        first, last = tidy(first), tidy(last)
        counts = range(int(first[2:7]), int(last[2:7]) + 1)
        row = [with_check(first[:2] + str(count).zfill(5)) for count in counts[:21]]
        if first[:2] != last[:2] or not 1 <= len(row) <= 20 or any(one in self for one in row):
            raise ValueError("no row")
        self.book += [(one, stall) for one in row]

    def take_back(self, number):
        number = tidy(number)
        if number not in self:
            raise ValueError("not lent")
        self.book = [entry for entry in self.book if entry[0] != number]

    def lent(self):
        return dict(self.book)
