"""Every change makes a new version of the whole book, which is looked over before it counts."""
from itertools import pairwise
import calendar
import re


class NoSuchEntry(KeyError):
    pass


class HouseRule(ValueError):
    pass


def _ordinal(text):
    """A count of days, by the calendar module."""
    if type(text) is not str or not re.match(r"(?a:\d\d\d\d-\d\d-\d\d)\Z", text):
        raise HouseRule("a day looks like 2031-03-09")
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if not (2020 <= year <= 2059 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        raise HouseRule(f"there is no {text} in the book")
    return calendar.timegm((year, month, day, 0, 0, 0)) // 86400


def _looked_over(version):
    by_work = {}
    for number, (work, borrower, first, last) in version.items():
        by_work.setdefault(work, []).append((_ordinal(first), _ordinal(last)))
    for spans in by_work.values():
        spans.sort()
        for begin, end in spans:
            if end - begin not in range(6, 90):
                raise HouseRule("7 to 90 days")
        for (_, end), (begin, _) in pairwise(spans):
            if begin - end < 61:
                raise HouseRule("60 days of rest")
    return version


class Loans:
    def __init__(self, works):
        self._works = tuple(works)
        self._versions = [{}]
        self._last = 0

    @property
    def _now(self):
        return self._versions[-1]

    def _ours(self, work):
        if work not in self._works:
            raise NoSuchEntry(work)
        return work

    def _entry(self, number):
        for key, entry in self._now.items():
            if key == number:
                return key, entry
        raise NoSuchEntry(number)


    def _put(self, number, entry):
        self._versions[:] = [_looked_over({**self._now, number: entry})]

    def lend(self, work, borrower, first, last):
        self._ours(work)
        self._put(self._last + 1, (work, borrower, first, last))
        self._last += 1
        return self._last

    def move(self, number, first, last):
        key, (work, borrower, *_) = self._entry(number)
        self._put(key, (work, borrower, first, last))

    def exchange(self, number, work):
        key, (_, borrower, first, last) = self._entry(number)
        self._put(key, (self._ours(work), borrower, first, last))

    def cancel(self, number):
        key, _ = self._entry(number)
        self._versions[:] = [{k: e for k, e in self._now.items() if k != key}]

    def loans(self, work):
        self._ours(work)
        # texts of this one form sort as their days do
        return sorted(((k, b, f, l) for k, (w, b, f, l) in self._now.items() if w == work), key=lambda t: t[2])
