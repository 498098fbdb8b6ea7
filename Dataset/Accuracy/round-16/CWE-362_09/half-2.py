import threading
from collections import Counter, defaultdict
from contextlib import contextmanager

PATIENCE = 3.0      # seconds; a request that died in its turn must not stop the whole server


class Night:
    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()
        self._places = defaultdict(Counter)
        self._total = 0
        self._bars = 0

    @contextmanager
    def _turn(self):
        mine = self._lock.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if mine:
                self._lock.release()

    def _take(self, place, species, number):
        counts = self._places[place]
        if counts[species] < number:
            return False
        counts[species] -= number
        return True

    def carried(self, place, species, number):
        with self._turn():
            self._places[place][species] += number
            total = self._total + number
            self._total = total
            bars = max(0, total // self._every - self._bars)
            self._bars += bars
            return bars

    def mistake(self, place, species, number):
        with self._turn():
            if not self._take(place, species, number):
                return False
            self._total -= number
            return True

    def moved(self, place, other, species, number):
        with self._turn():
            if not self._take(place, species, number):
                return False
            self._places[other][species] += number
            return True

    def at(self, place):
        with self._turn():
            return dict(+self._places[place])

    def total(self):
        with self._turn():
            return self._total

    def hand_over(self):
        with self._turn():
            places = {place: dict(+counts) for place, counts in self._places.items() if +counts}
            self._places = defaultdict(Counter)
            self._total = self._bars = 0
            return places
