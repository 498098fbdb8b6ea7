from bisect import bisect_left, insort
from contextlib import contextmanager
from itertools import count
from threading import Lock


class Refused(Exception):
    """The step cannot be done; nothing has changed."""


class Enclosure:
    _tickets = count(1)

    def __init__(self, places):
        self.__places = places
        self.__names = []
        self._order = next(Enclosure._tickets)
        self._lock = Lock()

    # the following three are for those who hold the lock

    def _index(self, animal):
        at = bisect_left(self.__names, animal)
        if self.__names[at:at + 1] != [animal]:
            raise Refused("not in here")
        return at

    def _exchange(self, out=(), into=()):
        names = [name for name in self.__names if name not in out]
        for name in into:
            insort(names, name)
        if len(names) > self.__places or len(set(names)) < len(names):
            raise Refused("no place")
        return names

    def _become(self, names):
        self.__names = names

    def _list(self):
        return self.__names[:]

    def admit(self, animal):
        def step():
            self._become(self._exchange(into=[animal]))
        return done(step, self)

    def release(self, animal):
        def step():
            self._index(animal)
            self._become(self._exchange(out=[animal]))
        return done(step, self)

    def animals(self):
        with holding(self):
            return self._list()


@contextmanager
def holding(*enclosures):
    held = []
    try:
        for enclosure in sorted({e._order: e for e in enclosures}.values(), key=lambda e: e._order):
            enclosure._lock.acquire()
            held.append(enclosure)
        yield
    finally:
        while held:
            held.pop()._lock.release()


def done(step, *enclosures):
    with holding(*enclosures):
        try:
            step()
        except Refused:
            return False
        return True


def move(animal, source, target):
    def step():
        source._index(animal)
        fuller = target._exchange(into=[animal])
        source._become(source._exchange(out=[animal]))
        target._become(fuller)
    return source is not target and done(step, source, target)


def swap(one, first, other, second):
    def step():
        first._index(one), second._index(other)
        new = first._exchange([one], [other]), second._exchange([other], [one])
        for enclosure, names in zip((first, second), new):
            enclosure._become(names)
    return first is not second and done(step, first, second)


def census(*enclosures):
    with holding(*enclosures):
        return [enclosure._list() for enclosure in enclosures]
