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
        return sorted(self.inside)


def all_of(*enclosures):
    """Holds the locks of all of them, taken in the order in which they were made."""
    stack = ExitStack()
    for enclosure in sorted(set(enclosures), key=lambda one: one.number):
        stack.enter_context(enclosure.lock)
    return stack


def move(animal, source, target):
    with all_of(source, target):
        if source is target or animal not in source.inside or not target.fits(animal):
            return False
        source.inside.remove(animal)
        target.inside.append(animal)
        return True


def swap(one, first, other, second):
    with all_of(first, second):
        if first is second or one not in first.inside or other not in second.inside:
            return False
        for enclosure, gone, new in ((first, one, other), (second, other, one)):
            enclosure.inside.remove(gone)
            enclosure.inside.append(new)
        return True


def census(*enclosures):
    with all_of(*enclosures):
        return [sorted(enclosure.inside) for enclosure in enclosures]
