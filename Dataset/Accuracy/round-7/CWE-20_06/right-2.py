import contextlib
import logging

log = logging.getLogger(__name__)


def _check(body):
    total = 0
    for weight, sign in zip(b"\x08\x07\x06\x05\x04\x03\x02", body.encode("ascii")):
        total += weight * (sign - 0x40 if sign >= 0x41 else sign - 0x30)
    return divmod(total, 11)[1]


def _valid(text):
    return (type(text) is str
            and len(text) == 8
            and set(text[:2]) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            and set(text[2:7]) <= set("0123456789")
            and text[2:7] != "00000"
            and text[7] == "0123456789X"[_check(text[:7])])


def _numbers(function):
    """Checks all arguments but the stall."""
    def wrapper(self, *args, **kwargs):
        texts = [*args[1 if function.__name__.startswith("lend") else 0:],
                 *(kwargs[k] for k in kwargs if k != "stall")]
        for text in texts:
            if not _valid(text):
                log.warning("refused: %r", text)
                raise ValueError(f"no number of a crate: {text!r}")
        with self._all_or_nothing():
            function(self, *args, **kwargs)
    return wrapper


class Crates:
    def __init__(self):
        self._book = []          # (number, stall)

    @contextlib.contextmanager
    def _all_or_nothing(self):
        before = self._book[:]
        try:
            yield
        except BaseException:
            self._book = before
            raise

    def _append(self, number, stall):
        if any(number == lent for lent, _ in self._book):
            raise ValueError(f"{number} is lent")
        self._book.append((number, stall))

    @_numbers
    def lend(self, stall, number):
        self._append(number, stall)

    @_numbers
    def lend_row(self, stall, first, last):
        make = first[:2]
        if last[:2] != make:
            raise ValueError("a row has crates of one make")
        counts = range(int(first[2:7]), int(last[2:7]) + 1)
        if len(counts) not in range(1, 21):
            raise ValueError("a row has 1 to 20 crates")
        for count in counts:
            body = make + str(count).zfill(5)
            self._append(body + "0123456789X"[_check(body)], stall)

    @_numbers
    def take_back(self, number):
        rest = [pair for pair in self._book if pair[0] != number]
        if len(rest) == len(self._book):
            raise ValueError(f"{number} is not lent")
        self._book = rest

    def lent(self):
        return dict(self._book)
