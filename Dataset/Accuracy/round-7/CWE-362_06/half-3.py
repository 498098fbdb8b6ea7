import itertools
import threading
from contextlib import ExitStack

_serial = itertools.count()


class Enclosure:
    def __init__(self, places):
        self._places = places
        self._animals = {}
        self._serial = next(_serial)
        self._lock = threading.RLock()

    def _has_place(self):
        return len(self._animals) < self._places

    def admit(self, animal):
        with self._lock:
            if animal in self._animals or not self._has_place():
                return False
            self._animals[animal] = True
            return True

    def release(self, animal):
        # looking and taking out are one step of the dictionary
        return self._animals.pop(animal, False)

    def animals(self):
        with self._lock:
            return sorted(self._animals)


def _locked(*enclosures):
    """All locks of the enclosures, always taken in the same order."""
    stack = ExitStack()
    for enclosure in sorted(set(enclosures), key=lambda e: e._serial):
        stack.enter_context(enclosure._lock)
    return stack


def move(animal, source, target):
    if source is target:
        return False
    with _locked(source, target):
        if animal not in source._animals or not target._has_place():
            return False
        target._animals[animal] = True
        source._animals.pop(animal, None)
        return True


def swap(one, first, other, second):
    if first is second:
        return False
    with _locked(first, second):
        if one not in first._animals or other not in second._animals:
            return False
        first._animals.pop(one, None)
        second._animals.pop(other, None)
        first._animals[other] = True
        second._animals[one] = True
        return True


def census(*enclosures):
    with _locked(*enclosures):
        return [sorted(enclosure._animals) for enclosure in enclosures]
