"""A little machine with states. Each open bracket is a frame: the sum so far, the product so far, and what to do
with the next operand. Working out happens while reading - but reading is done twice: first without numbers, so that a
formula that is refused is refused before anything is worked out."""
from string import digits as DIGITS


class _Frame:
    __slots__ = ("total", "product", "sign_of_term", "operator", "sign")

    def __init__(self):
        self.total = None           # what stands left of the last + or -
        self.product = None         # the term that is being read
        self.sign_of_term = "+"
        self.operator = None        # * or / before the next operand
        self.sign = ""              # its sign, if it has one

    def operand(self, number):
        if self.sign == "-":
            number = -number
        elif self.sign == "+":
            number = +number
        self.sign = ""
        if self.operator == "*":
            self.product = self.product * number
        elif self.operator == "/":
            self.product = self.product / number
        else:
            self.product = number
        self.operator = None

    def close_term(self, sign="+"):
        if self.total is None:
            self.total = self.product
        elif self.sign_of_term == "+":
            self.total = self.total + self.product
        else:
            self.total = self.total - self.product
        self.product, self.sign_of_term = None, sign
        return self.total


class _Checker:
    """Stands for numbers in the first reading."""
    __slots__ = ()

    def _same(self, *_):
        return self

    __add__ = __sub__ = __mul__ = __truediv__ = __neg__ = __pos__ = _same


def _cut(formula):
    rest = list(reversed(formula))
    while rest:
        first = rest.pop()
        if first == " ":
            continue
        if first in "+-*/()":
            yield first
            continue
        word = [first]
        if first in DIGITS:
            while rest and (rest[-1] in DIGITS or rest[-1] == "." and "." not in word):
                word.append(rest.pop())
            if word[-1] == "." or rest and (rest[-1].isalnum() or rest[-1] in "_."):
                raise ValueError(f"not a number: {''.join(word)}")
        elif first.isalpha():
            while rest and (rest[-1].isalpha() or rest[-1].isdecimal() or rest[-1] == "_"):
                word.append(rest.pop())
        else:
            raise ValueError(f"not a sign of a formula: {first!r}")
        yield "".join(word)


def _read(words, number_of):
    frames, wanted = [_Frame()], True
    for word in words:
        frame = frames[-1]
        if word == "(" and wanted:
            frames.append(_Frame())
        elif word == ")" and not wanted and len(frames) > 1:
            frames.pop()
            frames[-1].operand(frame.close_term())
        elif word in ("+", "-") and wanted and not frame.sign:
            frame.sign = word
        elif word in ("+", "-") and not wanted:
            frame.close_term(word)
            wanted = True
        elif word in ("*", "/") and not wanted:
            frame.operator, wanted = word, True
        elif word[0] not in "()+-*/" and wanted:
            frame.operand(number_of(word))
            wanted = False
        else:
            raise ValueError(f"{word!r} at the wrong place")
    if wanted or len(frames) != 1:
        raise ValueError("the formula is not complete")
    return frames[0].close_term()


def amount(formula, values):
    words = list(_cut(formula))
    numbers = {}
    for word in words:
        if word[0] in DIGITS:
            numbers[word] = float(word) if "." in word else int(word)
        elif word[0] not in "()+-*/":
            try:
                numbers[word] = values[word]
            except KeyError:
                raise ValueError(f"{word} is not among the quantities") from None
    _read(words, lambda word: _Checker())
    return _read(words, numbers.__getitem__)
