import threading

_lock = threading.RLock()


class Enclosure:
    def __init__(self, places):
        self._places = places
        self._animals = set()

    def __contains__(self, animal):
        return animal in self._animals

    @property
    def full(self):
        return len(self._animals) >= self._places

    def admit(self, animal):
        with _lock:
            if self.full or animal in self:
                return False
            self._animals.add(animal)
            return True

    def release(self, animal):
        with _lock:
            if animal not in self:
                return False
            self._animals.discard(animal)
            return True

    def animals(self):
        with _lock:
            return sorted(self._animals)


def move(animal, source, target):
    # nobody has to wait for a move that cannot be
    if source is target or animal not in source:
        return False
    with _lock:
        if target.full:
            return False
        source._animals.discard(animal)
        target._animals.add(animal)
        return True


def swap(one, first, other, second):
    with _lock:
        if first is second or one not in first or other not in second:
            return False
        first._animals ^= {one, other}
        second._animals ^= {one, other}
        return True


def census(*enclosures):
    with _lock:
        return [enclosure.animals() for enclosure in enclosures]
