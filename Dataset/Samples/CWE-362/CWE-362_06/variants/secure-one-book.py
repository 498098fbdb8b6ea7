import threading


class _Book:
    """All enclosures' names in one mapping; it is never changed, only replaced."""

    def __init__(self):
        self._turn = threading.Semaphore(1)
        self._names = {}

    def change(self, make):
        """Replaces the mapping by `make(mapping)`, unless that is None."""
        self._turn.acquire()
        try:
            names = make(self._names)
            if names is None:
                return False
            self._names = names
            return True
        finally:
            self._turn.release()

    def read(self):
        return self._names


_book = _Book()


class Enclosure:
    def __init__(self, places):
        self.places = places
        _book.change(lambda names: {**names, self: frozenset()})

    def admit(self, animal):
        def make(names):
            full = len(names[self]) >= self.places
            return None if full or animal in names[self] else {**names, self: names[self] | {animal}}

        return _book.change(make)

    def release(self, animal):
        return _book.change(lambda names: {**names, self: names[self] - {animal}} if animal in names[self] else None)

    def animals(self):
        return sorted(_book.read()[self])


def move(animal, source, target):
    def make(names):
        if source is target or animal not in names[source]:
            return None
        if len(names[target]) >= target.places or animal in names[target]:
            return None
        return {**names, source: names[source] - {animal}, target: names[target] | {animal}}

    return _book.change(make)


def swap(one, first, other, second):
    def make(names):
        if first is second or one not in names[first] or other not in names[second]:
            return None
        return {**names, first: names[first] - {one} | {other}, second: names[second] - {other} | {one}}

    return _book.change(make)


def census(*enclosures):
    names = _book.read()
    return [sorted(names[enclosure]) for enclosure in enclosures]
