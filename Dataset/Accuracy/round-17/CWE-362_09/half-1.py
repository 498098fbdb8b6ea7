import threading


class Night:
    """The counts of one night, used by many threads."""

    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()    # held by whoever changes anything
        self._begin()

    def _begin(self):
        self._places = {}
        self._total = 0
        self._bars = 0

    def _put(self, place, species, number):
        counts = self._places.get(place)
        if counts is None:
            self._places[place] = {species: number}
        else:
            counts[species] = counts.get(species, 0) + number

    def _take(self, place, species, number):
        counts = self._places.get(place)
        if counts is None or counts.get(species, 0) < number:
            return False
        if counts[species] > number:
            counts[species] -= number
        elif len(counts) > 1:
            del counts[species]
        else:
            del self._places[place]
        return True

    def carried(self, place, species, number):
        with self._lock:
            self._put(place, species, number)
            self._total += number
            bars = max(0, self._total // self._every - self._bars)
            self._bars += bars
            return bars

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
            self._put(other, species, number)
            return True

    def at(self, place):
        # Every change of a place is one single store into its dict, and
        # dict.copy() is one step, too: no need to keep the volunteers waiting.
        counts = self._places.get(place)
        return counts.copy() if counts is not None else {}

    def total(self):
        with self._lock:
            return self._total

    def hand_over(self):
        with self._lock:
            result = {place: counts.copy() for place, counts in self._places.items()}
            self._begin()
            return result
