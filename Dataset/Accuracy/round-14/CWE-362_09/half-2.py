import threading


class _Bars:
    """Knows how many bars have been given. Its methods can be called from any thread."""

    def __init__(self, every):
        self._every = every
        self._given = 0
        self._lock = threading.Lock()

    def earned(self, total):
        with self._lock:
            new = max(0, total // self._every - self._given)
            self._given += new
            return new

    def begin_again(self):
        with self._lock:
            self._given = 0


class Night:
    def __init__(self, every):
        self._lock = threading.Lock()
        self._bars = _Bars(every)
        self._counts = {}       # (place, species) -> number
        self._total = 0

    def _take(self, place, species, number):
        counted = self._counts.get((place, species), 0)
        if counted < number:
            return False
        if counted == number:
            del self._counts[place, species]
        else:
            self._counts[place, species] = counted - number
        return True

    def _add(self, place, species, number):
        self._counts[place, species] = self._counts.get((place, species), 0) + number

    def carried(self, place, species, number):
        with self._lock:
            self._add(place, species, number)
            self._total += number
            return self._bars.earned(self._total)

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
            return {species: number for (where, species), number in self._counts.items() if where == place}

    def total(self):
        with self._lock:
            return self._total

    def hand_over(self):
        with self._lock:
            counts, self._counts, self._total = self._counts, {}, 0
        # from here on, the old counts are ours alone
        self._bars.begin_again()
        archive = {}
        for (place, species), number in counts.items():
            archive.setdefault(place, {})[species] = number
        return archive
