import threading
from collections import Counter


class Place:
    def __init__(self):
        self.lock = threading.RLock()
        self.counts = Counter()


class Night:
    """A lock for each place, and one for the bars; two places are locked in the order of their names."""

    def __init__(self, every):
        self.every = every
        self.guard = threading.Lock()
        self.places = {}
        self.sum = self.bars = 0

    def _place(self, name):
        with self.guard:
            return self.places.setdefault(name, Place())

    def carried(self, place, species, number):
        one = self._place(place)
        with one.lock:
            one.counts[species] += number
            with self.guard:
                self.sum += number
                won = max(0, self.sum // self.every - self.bars)
                self.bars += won
        return won

    def mistake(self, place, species, number):
        one = self._place(place)
        with one.lock:
            if one.counts[species] < number:
                return False
            one.counts[species] -= number
            with self.guard:
                self.sum -= number
        return True

    def moved(self, place, other, species, number):
        first, second = (self._place(name) for name in sorted((place, other)))
        with first.lock, second.lock:
            source, target = self._place(place), self._place(other)
            if source.counts[species] < number:
                return False
            source.counts[species] -= number
            target.counts[species] += number
        return True

    def at(self, place):
        one = self._place(place)
        with one.lock:
            return dict(+one.counts)

    def total(self):
        with self.guard:
            return self.sum

    def hand_over(self):
        with self.guard:
            places, self.places = self.places, {}
            self.sum = self.bars = 0
        found = {}
        for name, one in places.items():
            with one.lock:
                found[name] = dict(+one.counts)
        return {name: counts for name, counts in found.items() if counts}
