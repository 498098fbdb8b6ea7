import functools
import operator
from collections.abc import Iterator
from typing import NamedTuple

_PLACE = {chr(64 + i): i for i in range(1, 27)}
_DIGIT = {c: i for i, c in enumerate("0123456789")}
_SIGNS = (*"0123456789X",)
_TABLES = (_PLACE,) * 2 + (_DIGIT,) * 5


class NoSuchCrate(ValueError):
    pass


class AlreadyLent(ValueError):
    pass


class NotLent(ValueError):
    pass


class Number(NamedTuple):
    make: str
    count: int

    @classmethod
    def read(cls, text) -> "Number":
        if not isinstance(text, str):
            raise NoSuchCrate("a number is a string")
        signs = [*text]
        try:
            *body, check = signs
            values = [table[sign] for table, sign in zip(_TABLES, body, strict=True)]
        except (KeyError, ValueError):
            raise NoSuchCrate(text) from None
        number = cls(body[0] + body[1], functools.reduce(lambda a, b: 10 * a + b, values[2:], 0))
        if number.count < 1 or number.write() != "".join(signs):
            raise NoSuchCrate(text)
        return number

    def write(self) -> str:
        body = "%s%05d" % self
        total = sum(map(operator.mul, (8, 7, 6, 5, 4, 3, 2), (t[s] for t, s in zip(_TABLES, body))))
        return body + _SIGNS[total % 11]


class Crates:
    def __init__(self):
        self.__book: dict[Number, str] = {}

    def lend(self, stall: str, number: str) -> None:
        self.lend_row(stall, number, number)

    def lend_row(self, stall: str, first: str, last: str) -> None:
        row = [*self.__row(Number.read(first), Number.read(last))]
        if taken := self.__book.keys() & set(row):
            raise AlreadyLent(sorted(taken))
        self.__book |= {number: stall for number in row}

    @staticmethod
    def __row(first: Number, last: Number) -> Iterator[Number]:
        match last.count - first.count:
            case int(more) if first.make == last.make and more in range(20):
                yield from (first._replace(count=first.count + i) for i in range(more + 1))
            case _:
                raise ValueError("a row has 1 to 20 crates of one make")

    def take_back(self, number: str) -> None:
        try:
            self.__book.pop(Number.read(number))
        except KeyError as error:
            raise NotLent(number) from error

    def lent(self) -> dict[str, str]:
        return {number.write(): stall for number, stall in self.__book.items()}
