import threading


class Enclosure:
    def __init__(self, places):
        self.places = places
        self._animals = set()
        self._lock = threading.Lock()

    def admit(self, animal):
        with self._lock:
            if len(self._animals) >= self.places or animal in self._animals:
                return False
            self._animals.add(animal)
            return True

    def release(self, animal):
        with self._lock:
            if animal not in self._animals:
                return False
            self._animals.remove(animal)
            return True

    def animals(self):
        with self._lock:
            return sorted(self._animals)


def move(animal, source, target):
    if source is target or not source.release(animal):
        return False
    if not target.admit(animal):
        source.admit(animal)
        return False
    return True


def swap(one, first, other, second):
    if first is second or not first.release(one):
        return False
    if not second.release(other):
        first.admit(one)
        return False
    first.admit(other)
    second.admit(one)
    return True


def census(*enclosures):
    return [enclosure.animals() for enclosure in enclosures]
