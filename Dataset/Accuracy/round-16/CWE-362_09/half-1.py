import threading


class _State:
    """All that is counted at one moment. Never changed once it is published."""

    __slots__ = ("version", "counts", "total", "given")

    def __init__(self, version=0, counts=None, total=0, given=0):
        self.version = version
        self.counts = counts or {}      # (place, species) -> number
        self.total = total
        self.given = given


class Night:
    def __init__(self, every):
        self._every = every
        self._lock = threading.Lock()
        self._begin()

    def _begin(self):
        self._state = _State()

    def _publish(self, state, counts, total, given):
        """Puts a new state in the place of `state`. False if another thread was faster."""
        with self._lock:
            if self._state.version != state.version:
                return False
            self._state = _State(state.version + 1, counts, total, given)
            return True

    @staticmethod
    def _with(counts, *changes):
        """The counts with these changes, or None if one would come below zero."""
        counts = dict(counts)
        for key, change in changes:
            number = counts.pop(key, 0) + change
            if number < 0:
                return None
            if number:
                counts[key] = number
        return counts

    def carried(self, place, species, number):
        while True:
            state = self._state
            counts = self._with(state.counts, ((place, species), number))
            total = state.total + number
            bars = max(0, total // self._every - state.given)
            if self._publish(state, counts, total, state.given + bars):
                return bars

    def mistake(self, place, species, number):
        while True:
            state = self._state
            counts = self._with(state.counts, ((place, species), -number))
            if counts is None:
                return False
            if self._publish(state, counts, state.total - number, state.given):
                return True

    def moved(self, place, other, species, number):
        while True:
            state = self._state
            counts = self._with(state.counts, ((place, species), -number),
                                ((other, species), number))
            if counts is None:
                return False
            if self._publish(state, counts, state.total, state.given):
                return True

    def at(self, place):
        return {species: number for (where, species), number in self._state.counts.items()
                if where == place}

    def total(self):
        return self._state.total

    def hand_over(self):
        with self._lock:
            state = self._state
            self._begin()
        places = {}
        for (place, species), number in state.counts.items():
            places.setdefault(place, {})[species] = number
        return places
