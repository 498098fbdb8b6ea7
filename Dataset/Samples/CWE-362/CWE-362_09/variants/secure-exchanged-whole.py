import threading
from typing import NamedTuple


class State(NamedTuple):
    """Never changed, only exchanged."""

    counts: dict
    bars: int

    def number(self):
        return sum(self.counts.values())


class Night:
    def __init__(self, every):
        self._every = every
        self._state = State({}, 0)
        self._changing = threading.Condition()

    def _shift(self, species, number, source=None, target=None):
        with self._changing:
            before = self._state
            counts = dict(before.counts)
            if source is not None:
                if counts.get((source, species), 0) < number:
                    return None
                counts[source, species] -= number
            if target is not None:
                counts[target, species] = counts.get((target, species), 0) + number
            counts = {key: value for key, value in counts.items() if value}
            bars = max(before.bars, sum(counts.values()) // self._every)
            self._state = State(counts, bars)
            return bars - before.bars

    def carried(self, place, species, number):
        return self._shift(species, number, target=place)

    def mistake(self, place, species, number):
        return self._shift(species, number, source=place) is not None

    def moved(self, place, other, species, number):
        return self._shift(species, number, source=place, target=other) is not None

    def at(self, place):
        return {species: number for (where, species), number in self._state.counts.items() if where == place}

    def total(self):
        return self._state.number()

    def hand_over(self):
        with self._changing:
            before, self._state = self._state, State({}, 0)
        found = {}
        for (place, species), number in before.counts.items():
            found.setdefault(place, {})[species] = number
        return found
