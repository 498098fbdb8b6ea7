import threading
from collections import defaultdict

_locks = defaultdict(threading.RLock)


def lock_of(*enclosures):
    """One lock for each set of enclosures that are changed together."""
    return _locks[frozenset(map(id, enclosures))]


class Enclosure:
    def __init__(self, places):
        self.places = places
        self._animals = {}

    def admit(self, animal):
        with lock_of(self):
            if len(self._animals) >= self.places or animal in self._animals:
                return False
            self._animals[animal] = True
            return True

    def release(self, animal):
        with lock_of(self):
            return self._animals.pop(animal, False)

    def animals(self):
        return sorted(self._animals)


def move(animal, source, target):
    with lock_of(source, target):
        if source is target or animal not in source._animals or not target.admit(animal):
            return False
        return source.release(animal)


def swap(one, first, other, second):
    with lock_of(first, second):
        if first is second or one not in first._animals or other not in second._animals:
            return False
        first.release(one)
        second.release(other)
        return first.admit(other) and second.admit(one)


def census(*enclosures):
    with lock_of(*enclosures):
        return [enclosure.animals() for enclosure in enclosures]
