import threading


class _Bars:
    """How many bars a night has given. Hands out each one once."""

    def __init__(self, every):
        self._every = every
        self._given = 0
        self._lock = threading.Lock()

    def due(self, total):
        with self._lock:
            more = max(0, total // self._every - self._given)
            self._given += more
            return more


class Night:
    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()
        self._begin()

    def _begin(self):
        self._counts = {}
        self._total = 0
        self._bars = _Bars(self._every)

    # These two are called with the lock held.

    def _add(self, place, species, number):
        here = self._counts.setdefault(place, {})
        here[species] = here.get(species, 0) + number

    def _take(self, place, species, number):
        here = self._counts.get(place, {})
        left = here.get(species, 0) - number
        if left < 0:
            return False
        if left:
            here[species] = left
        else:
            del here[species]
            if not here:
                del self._counts[place]
        return True

    def carried(self, place, species, number):
        with self._lock:
            self._add(place, species, number)
            self._total += number
            total = self._total
            bars = self._bars       # those of this night, also if it is handed over now
        return bars.due(total)

    def mistake(self, place, species, number):
        with self._lock:
            if not self._take(place, species, number):
                return False
            self._total -= number
            return True

    def moved(self, place, other, species, number):
        with self._lock:
            if not self._take(place, species, number):
                return False
            self._add(other, species, number)
            return True

    def at(self, place):
        with self._lock:
            return dict(self._counts.get(place, {}))

    def total(self):
        with self._lock:
            return self._total

    def hand_over(self):
        with self._lock:
            counts = self._counts
            self._begin()
            return counts
