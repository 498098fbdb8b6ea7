from threading import Lock


class Night:
    """Whoever changes something holds the lock. Tables are never changed, but
    replaced by new ones, so whoever asks needs no lock."""

    def __init__(self, every):
        self._every = every
        self._lock = Lock()
        self._counts = {}       # (place, species) -> number
        self._total = 0
        self._highest = 0       # the highest total of the night

    def _changed(self, *changes):
        counts = dict(self._counts)
        for key, number in changes:
            counts[key] = counts.get(key, 0) + number
            if counts[key] < 0:
                return False
            if counts[key] == 0:
                del counts[key]
        self._counts = counts
        self._total += sum(number for _, number in changes)
        return True

    def carried(self, place, species, number):
        with self._lock:
            self._changed(((place, species), number))
            before, self._highest = self._highest, max(self._highest, self._total)
            return self._highest // self._every - before // self._every

    def mistake(self, place, species, number):
        with self._lock:
            return self._changed(((place, species), -number))

    def moved(self, place, other, species, number):
        with self._lock:
            return self._changed(((place, species), -number), ((other, species), number))

    def at(self, place):
        counts = self._counts
        return {species: number for (where, species), number in counts.items() if where == place}

    def total(self):
        return self._total

    def hand_over(self):
        with self._lock:
            counts, self._counts = self._counts, {}
            self._total = self._highest = 0
        result = {}
        for (place, species), number in counts.items():
            result.setdefault(place, {})[species] = number
        return result
