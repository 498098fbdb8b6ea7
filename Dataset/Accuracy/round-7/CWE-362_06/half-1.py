import threading
from contextlib import ExitStack, contextmanager


class Enclosure:
    def __init__(self, places):
        self._places = places
        self._animals = set()
        self._version = 0
        self._lock = threading.Lock()

    def _full(self):
        return len(self._animals) >= self._places

    def admit(self, animal):
        with self._lock:
            if self._full() or animal in self._animals:
                return False
            self._animals.add(animal)
            self._version += 1
            return True

    def release(self, animal):
        with self._lock:
            if animal not in self._animals:
                return False
            self._animals.remove(animal)
            self._version += 1
            return True

    def animals(self):
        with self._lock:
            return sorted(self._animals)


@contextmanager
def _both(one, other):
    with ExitStack() as stack:
        for enclosure in sorted((one, other), key=id):
            stack.enter_context(enclosure._lock)
        yield
        # still under both locks: the census sees that it has to look again
        one._version += 1
        other._version += 1


def move(animal, source, target):
    if source is target:
        return False
    with _both(source, target):
        if animal not in source._animals or target._full():
            return False
        source._animals.remove(animal)
        target._animals.add(animal)
    return True


def swap(one, first, other, second):
    if first is second:
        return False
    with _both(first, second):
        if one not in first._animals or other not in second._animals:
            return False
        first._animals.remove(one)
        second._animals.remove(other)
        first._animals.add(other)
        second._animals.add(one)
    return True


def census(*enclosures):
    """The board must not keep the keepers waiting, so it looks until nothing has changed meanwhile."""
    while True:
        before = [enclosure._version for enclosure in enclosures]
        board = [sorted(enclosure._animals) for enclosure in enclosures]
        if before == [enclosure._version for enclosure in enclosures]:
            return board
