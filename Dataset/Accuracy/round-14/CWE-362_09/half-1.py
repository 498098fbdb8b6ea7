import threading
from collections import Counter


class Night:
    """Who changes something holds the lock. Who only reads does not wait: a reading during which something
    was changed is thrown away, and made again."""

    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()
        self._version = 0
        self._places = {}
        self._bars = 0

    def _put(self, place, species, number):
        counts = self._places.setdefault(place, Counter())
        counts[species] += number
        if not counts[species]:
            del counts[species]
            if not counts:
                del self._places[place]

    def _counted(self, place, species):
        return self._places.get(place, {}).get(species, 0)

    def _sum(self):
        return sum(sum(counts.copy().values()) for counts in self._places.copy().values())

    def _read(self, read):
        for _ in range(100):
            version = self._version
            answer = read()
            if self._version == version:
                return answer
        with self._lock:        # too much is going on: wait for a quiet moment
            return read()

    def carried(self, place, species, number):
        with self._lock:
            self._put(place, species, number)
            bars = self._sum() // self._every
            more = max(0, bars - self._bars)
            self._bars += more
            self._version += 1
            return more

    def mistake(self, place, species, number):
        with self._lock:
            if self._counted(place, species) < number:
                return False
            self._put(place, species, -number)
            self._version += 1
            return True

    def moved(self, place, other, species, number):
        with self._lock:
            if self._counted(place, species) < number:
                return False
            self._put(place, species, -number)
            self._put(other, species, number)
            self._version += 1
            return True

    def at(self, place):
        return self._read(lambda: dict(self._places.get(place, {})))

    def total(self):
        return self._read(self._sum)

    def hand_over(self):
        with self._lock:
            places, self._places = self._places, {}
            self._bars = 0
            self._version += 1
            return {place: dict(counts) for place, counts in places.items()}
