import threading
from collections import Counter


class Night:
    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()
        self._begin()

    def _begin(self):
        self._places = {}       # place -> Counter of its species
        self._total = 0
        self._bars = 0          # how many were given

    def _shelf(self, place):
        """The counts of a place, made if it is the first call for it."""
        with self._lock:
            return self._places.setdefault(place, Counter())

    def carried(self, place, species, number):
        shelf = self._shelf(place)
        with self._lock:
            shelf[species] += number
            self._total += number
            bars = max(self._total // self._every - self._bars, 0)
            self._bars += bars
            return bars

    def mistake(self, place, species, number):
        shelf = self._shelf(place)
        with self._lock:
            if shelf[species] < number:
                return False
            shelf[species] -= number
            self._total -= number
            return True

    def moved(self, place, other, species, number):
        shelf, target = self._shelf(place), self._shelf(other)
        with self._lock:
            if shelf[species] < number:
                return False
            shelf[species] -= number
            target[species] += number
            return True

    @staticmethod
    def _counted(shelf):
        return {species: number for species, number in shelf.items() if number}

    def at(self, place):
        with self._lock:
            return self._counted(self._places.get(place, {}))

    def total(self):
        with self._lock:
            return self._total

    def hand_over(self):
        with self._lock:
            places = {place: self._counted(shelf) for place, shelf in self._places.items()}
            self._begin()
        return {place: counts for place, counts in places.items() if counts}
