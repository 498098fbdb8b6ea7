import itertools
import threading
from contextlib import ExitStack

numbers = itertools.count()


class Enclosure:
    def __init__(self, places):
        self.places = places
        self.inside = []
        self.lock = threading.Lock()
        self.number = next(numbers)

    def fits(self, animal):
        return len(self.inside) < self.places and animal not in self.inside

    def admit(self, animal):
        with self.lock:
            if not self.fits(animal):
                return False
            self.inside.append(animal)
            return True

    def release(self, animal):
        with self.lock:
            try:
                self.inside.remove(animal)
            except ValueError:
                return False
            return True

    def animals(self):
        with self.lock:
            return sorted(self.inside)


def all_of(*enclosures):
    """Holds the locks of all of them, taken in the order in which they were made."""
    stack = ExitStack()
    for enclosure in sorted(set(enclosures), key=lambda one: one.number):
        stack.enter_context(enclosure.lock)
    return stack


def move(animal, source, target):
    if source is target:
        return False
    with target.lock:
        if not target.fits(animal):
            return False
        target.inside.append(animal)  # reserved
    if source.release(animal):
        return True
    target.release(animal)
    return False


def swap(one, first, other, second):
    with all_of(first, second):
        if first is second or one not in first.inside or other not in second.inside:
            return False
        first.inside[first.inside.index(one)] = other
        second.inside[second.inside.index(other)] = one
        return True


def census(*enclosures):
    with all_of(*enclosures):
        return [sorted(enclosure.inside) for enclosure in enclosures]
