import threading

# One for all enclosures: a move concerns two of them.
_all = threading.RLock()


class _Lock:
    """The one lock, but nobody stands at the gate for ever."""

    def __enter__(self):
        self.held = _all.acquire(timeout=2)

    def __exit__(self, *error):
        try:
            _all.release()
        except RuntimeError:
            pass  # it was not ours


_lock = _Lock()


class Enclosure:
    def __init__(self, places):
        self.places = places
        self._animals = set()

    def admit(self, animal):
        with _lock:
            if len(self._animals) >= self.places or animal in self._animals:
                return False
            self._animals.add(animal)
            return True

    def release(self, animal):
        with _lock:
            if animal not in self._animals:
                return False
            self._animals.remove(animal)
            return True

    def animals(self):
        with _lock:
            return sorted(self._animals)


def move(animal, source, target):
    with _lock:
        if source is target or animal not in source.animals() or not target.admit(animal):
            return False
        return source.release(animal)


def swap(one, first, other, second):
    with _lock:
        if first is second or one not in first.animals() or other not in second.animals():
            return False
        first.release(one)
        second.release(other)
        return first.admit(other) and second.admit(one)


def census(*enclosures):
    with _lock:
        return [enclosure.animals() for enclosure in enclosures]
