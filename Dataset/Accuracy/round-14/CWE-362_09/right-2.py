"""Night without waiting: the whole state is one value that never changes. Who wants to change something works
out the next one and swaps it in, unless somebody else was quicker; then it is worked out anew."""
import threading
from types import MappingProxyType
from typing import Mapping, NamedTuple


class State(NamedTuple):
    counts: Mapping = MappingProxyType({})
    total: int = 0
    bars: int = 0

    def plus(self, place, species, number):
        key = (place, species)
        now = self.counts.get(key, 0) + number
        if now < 0:
            return None
        rest = {k: n for k, n in self.counts.items() if k != key}
        if now:
            rest[key] = now
        return self._replace(counts=MappingProxyType(rest), total=self.total + number)


class Night:
    __slots__ = ("every", "_state", "_swap")

    def __init__(self, every):
        self.every = every
        self._state = State()
        self._swap = threading.Lock()

    def _change(self, step):
        while True:
            old = self._state
            new, answer = step(old)
            with self._swap:
                if self._state is old:
                    self._state = new
                    return answer

    def carried(self, place, species, number):
        def step(old):
            new = old.plus(place, species, number)
            bars = max(old.bars, new.total // self.every)
            return new._replace(bars=bars), bars - old.bars
        return self._change(step)

    def mistake(self, place, species, number):
        def step(old):
            new = old.plus(place, species, -number)
            return (old, False) if new is None else (new, True)
        return self._change(step)

    def moved(self, place, other, species, number):
        def step(old):
            new = old.plus(place, species, -number)
            return (old, False) if new is None else (new.plus(other, species, number), True)
        return self._change(step)

    def at(self, place):
        counts = self._state.counts
        return {species: n for (where, species), n in counts.items() if where == place}

    def total(self):
        return self._state.total

    def hand_over(self):
        old = self._change(lambda old: (State(), old))
        archive = {}
        for (place, species), n in old.counts.items():
            archive.setdefault(place, {})[species] = n
        return archive
