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


_moving = threading.RLock()


def move(animal, source, target):
    with _moving:
        if source is target or animal not in source.animals() or len(target.animals()) >= target.places:
            return False
        return source.release(animal) and target.admit(animal)


def swap(one, first, other, second):
    with _moving:
        if first is second or one not in first.animals() or other not in second.animals():
            return False
        first.release(one)
        second.release(other)
        return first.admit(other) and second.admit(one)


def census(*enclosures):
    with _moving:
        return [enclosure.animals() for enclosure in enclosures]
