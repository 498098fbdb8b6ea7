"""A night as a row of events: an entry is judged and written in one step, answers are folds."""
from collections import namedtuple
from functools import reduce, wraps
from threading import Condition

Snapshot = namedtuple("Snapshot", "counts total bars")
NOTHING = Snapshot(frozenset(), 0, 0)


class TooFew(Exception):
    pass


def shift(snapshot, place, species, change):
    counts = {(p, s): n for p, s, n in snapshot.counts}
    number = counts.pop((place, species), 0) + change
    if number < 0:
        raise TooFew
    if number:
        counts[place, species] = number
    return snapshot._replace(counts=frozenset((p, s, n) for (p, s), n in counts.items()),
                             total=snapshot.total + change)


def transaction(method):
    """Turns `method(self, snapshot, ...)`, which returns a new snapshot and an answer, into a step."""
    @wraps(method)
    def step(self, *args, **kwargs):
        while True:
            with self._gate:
                before = self._now
            after, answer = method(self, before, *args, **kwargs)
            with self._gate:
                # `before` is still held here, so no other snapshot can be this very object,
                # but for one in which nothing at all was changed.
                if self._now is before:
                    self._now = after
                    return answer
    return step


class Night:
    def __init__(self, every):
        self._every = every
        self._gate = Condition()
        self._now = NOTHING._replace()

    @transaction
    def carried(self, now, place, species, number):
        then = shift(now, place, species, number)
        bars = max(then.bars, then.total // self._every)
        return then._replace(bars=bars), bars - now.bars

    def _try(self, now, *shifts):
        try:
            return reduce(lambda state, change: shift(state, *change), shifts, now), True
        except TooFew:
            return now, False

    @transaction
    def mistake(self, now, place, species, number):
        return self._try(now, (place, species, -number))

    @transaction
    def moved(self, now, place, other, species, number):
        return self._try(now, (place, species, -number), (other, species, number))

    @transaction
    def at(self, now, place):
        return now, {s: n for p, s, n in sorted(now.counts) if p == place}

    @transaction
    def total(self, now):
        return now, now.total

    @transaction
    def hand_over(self, now):
        places = {}
        for place, species, number in sorted(now.counts):
            places.setdefault(place, {}).update({species: number})
        return NOTHING._replace(), places
