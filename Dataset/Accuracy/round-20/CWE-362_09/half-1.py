import threading


class Night:
    def __init__(self, every):
        self._every = every
        self._lock = threading.RLock()
        self._begin()

    def _begin(self):
        self._counts = {}       # place: species: number
        self._total = 0
        self._bars = 0          # how many were given

    # The two halves of all changes; only with the lock.

    def _put(self, place, species, number):
        shelf = self._counts.setdefault(place, {})
        shelf[species] = shelf.get(species, 0) + number
        self._total += number

    def _take(self, place, species, number):
        left = self._counts.get(place, {}).get(species, 0) - number
        if left < 0:
            return False
        if left:
            self._counts[place][species] = left
        else:
            del self._counts[place][species]
            if not self._counts[place]:
                del self._counts[place]
        self._total -= number
        return True

    def carried(self, place, species, number):
        with self._lock:
            self._put(place, species, number)
            worth = max(0, self._total // self._every - self._bars)
            self._bars += worth
            return worth

    def mistake(self, place, species, number):
        with self._lock:
            return self._take(place, species, number)

    def moved(self, place, other, species, number):
        with self._lock:
            if not self._take(place, species, number):
                return False
            self._put(other, species, number)
            return True

    def at(self, place):
        with self._lock:
            return dict(self._counts.get(place, {}))

    def total(self):
        # One int, read in one step: whoever asks need not wait.
        return self._total

    def hand_over(self):
        with self._lock:
            counts = self._counts
            self._begin()
            return counts
