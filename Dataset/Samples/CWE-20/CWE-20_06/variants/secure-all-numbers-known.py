from string import ascii_uppercase


class Crate(tuple):
    """Make and count of a crate that there is."""

    def __new__(cls, make, count):
        if len(make) != 2 or not set(make) <= set(ascii_uppercase) or not 0 < count < 100_000:
            raise ValueError("no such crate")
        return super().__new__(cls, (make, count))

    def __str__(self):
        make, count = self
        places = (ascii_uppercase.find(make[0]) + 1, ascii_uppercase.find(make[1]) + 1, *map(int, f"{count:05d}"))
        remainder = sum((8 - place) * value for place, value in enumerate(places)) % 11
        return f"{make}{count:05d}{remainder if remainder < 10 else 'X'}"

    @classmethod
    def read(cls, text):
        try:
            crate = cls(text[:2], int(text[2:7]))
        except (TypeError, KeyError) as error:
            raise ValueError("a number is a text") from error
        # However it was read: it must be written in just this way.
        if str(crate) != text:
            raise ValueError("no such number")
        return crate


class Crates:
    def __init__(self):
        self._lent = {}

    def lend(self, stall, number):
        crate = Crate.read(number)
        if crate in self._lent:
            raise ValueError("this crate is lent")
        self._lent[crate] = stall

    def lend_row(self, stall, first, last):
        (make, start), (other, end) = Crate.read(first), Crate.read(last)
        row = {Crate(make, count): stall for count in range(start, min(end, start + 20) + 1)}
        if make != other or len(row) not in range(1, 21) or row.keys() & self._lent.keys():
            raise ValueError("this row cannot be lent")
        self._lent.update(row)

    def take_back(self, number):
        if self._lent.pop(Crate.read(number), None) is None:
            raise ValueError("this crate is not lent")

    def lent(self):
        return {str(crate): stall for crate, stall in self._lent.items()}
