import contextlib
import threading


class Night:
    def __init__(self, every):
        self.every = every
        self.lock = threading.Lock()
        self._begin()

    @contextlib.contextmanager
    def soon(self):
        """No request waits longer than a second."""
        got = self.lock.acquire(timeout=1)
        try:
            yield
        finally:
            if got:
                self.lock.release()

    def _begin(self):
        self.counts = {}
        self.sum = 0
        self.bars = 0

    def _add(self, place, species, number):
        of_place = self.counts.setdefault(place, {})
        of_place[species] = of_place.get(species, 0) + number
        self.sum += number

    def _take(self, place, species, number):
        of_place = self.counts.get(place, {})
        if of_place.get(species, 0) < number:
            return False
        of_place[species] -= number
        if not of_place[species]:
            del of_place[species]
        if not of_place:
            del self.counts[place]
        self.sum -= number
        return True

    def carried(self, place, species, number):
        with self.soon():
            self._add(place, species, number)
            won = max(0, self.sum // self.every - self.bars)
            self.bars += won
            return won

    def mistake(self, place, species, number):
        with self.soon():
            return self._take(place, species, number)

    def moved(self, place, other, species, number):
        with self.soon():
            if not self._take(place, species, number):
                return False
            self._add(other, species, number)
            return True

    def at(self, place):
        with self.soon():
            return dict(self.counts.get(place, {}))

    def total(self):
        with self.soon():
            return self.sum

    def hand_over(self):
        with self.soon():
            handed = self.counts
            self._begin()
            return handed
