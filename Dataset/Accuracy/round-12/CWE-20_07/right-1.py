"""The loan book as a strip of days for each work: one bit of a long integer
for each day that is taken, rest included."""
import calendar
import datetime

_ZERO = datetime.date(2020, 1, 1).toordinal()
_END = datetime.date(2059, 12, 31).toordinal() - _ZERO
_REST = 60


class NoSuchDay(ValueError):
    pass


class NotFree(ValueError):
    pass


class NotInBook(KeyError):
    pass


def _index(text):
    if not isinstance(text, str) or len(text) != 10:
        raise NoSuchDay(text)
    for place, sign in enumerate(text):
        if (sign != "-") if place in (4, 7) else (sign not in "0123456789"):
            raise NoSuchDay(text)
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if not 2020 <= year <= 2059 or not 1 <= month <= 12:
        raise NoSuchDay(text)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NoSuchDay(text)
    return datetime.date(year, month, day).toordinal() - _ZERO


def _text(index):
    return str(datetime.date.fromordinal(index + _ZERO))


def _span(first, last):
    begin, end = _index(first), _index(last)
    if not 7 <= end - begin + 1 <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return begin, end


def _bits(begin, end):
    """The days of a loan and the rest behind it. Two loans of one work are far
    enough apart just when these have no day in common."""
    return ((1 << (end - begin + 1 + _REST)) - 1) << begin


class Loans:
    def __init__(self, works):
        self._strips = dict.fromkeys(works, 0)
        self._slips = []            # slip n - 1: [work, borrower, begin, end], or None

    def _strip(self, work):
        try:
            return self._strips[work]
        except (KeyError, TypeError):
            raise NotInBook(work) from None

    def _slip(self, number):
        if isinstance(number, int) and 1 <= number <= len(self._slips):
            slip = self._slips[number - 1]
            if slip is not None:
                return slip
        raise NotInBook(number)

    def _place(self, work, taken, span):
        bits = _bits(*span)
        if taken & bits:
            raise NotFree(work)
        self._strips[work] = taken | bits

    def lend(self, work, borrower, first, last):
        taken = self._strip(work)
        span = _span(first, last)
        self._place(work, taken, span)
        self._slips.append([work, borrower, *span])
        return len(self._slips)

    def move(self, number, first, last):
        slip = self._slip(number)
        span = _span(first, last)
        work, _, *old = slip
        self._place(work, self._strips[work] ^ _bits(*old), span)
        slip[2:] = span

    def exchange(self, number, work):
        slip = self._slip(number)
        taken = self._strip(work)
        if work == slip[0]:
            return
        span = slip[2:]
        self._place(work, taken, span)
        self._strips[slip[0]] ^= _bits(*span)
        slip[0] = work

    def cancel(self, number):
        work, _, *span = self._slip(number)
        self._strips[work] ^= _bits(*span)
        self._slips[number - 1] = None

    def loans(self, work):
        self._strip(work)
        found = [(slip[2], number, slip) for number, slip in enumerate(self._slips, 1)
                 if slip is not None and slip[0] == work]
        found.sort(key=lambda entry: entry[0])
        return [(number, slip[1], _text(slip[2]), _text(slip[3])) for _, number, slip in found]
