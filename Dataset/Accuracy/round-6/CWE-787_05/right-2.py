import logging
from dataclasses import dataclass, field
from functools import reduce
from itertools import product

log = logging.getLogger(__name__)


class NoSuchPlace(ValueError):
    pass


@dataclass
class Combinations:
    organists: int
    pistons: int
    stops: int
    _memory: dict = field(init=False, repr=False)

    def __post_init__(self):
        self._memory = dict.fromkeys(
            product(range(self.organists), range(self.pistons)), frozenset()
        )

    def _get(self, organist, piston):
        try:
            return self._memory[organist, piston]
        except KeyError:
            log.warning("refused: organist %r, piston %r", organist, piston)
            raise NoSuchPlace("no such registration") from None

    def _change(self, organist, piston, stop, change):
        old = self._get(organist, piston)
        if stop not in range(self.stops):
            raise NoSuchPlace("no such stop")
        self._memory[organist, piston] = change(old, {int(stop)})

    def draw(self, organist, piston, stop):
        self._change(organist, piston, stop, frozenset.union)

    def cancel(self, organist, piston, stop):
        self._change(organist, piston, stop, frozenset.difference)

    def store(self, organist, piston, mask):
        self._get(organist, piston)
        if not 0 <= mask < 2 ** self.stops:
            raise NoSuchPlace("mask does not fit")
        self._memory[organist, piston] = frozenset(
            k for k in range(self.stops) if mask & 2 ** k
        )

    def recall(self, organist, piston):
        return sum(2 ** k for k in self._get(organist, piston))

    def image(self):
        order = sorted(self._memory, reverse=True)
        whole = reduce(lambda acc, key: acc << self.stops | self.recall(*key), order, 0)
        return whole.to_bytes(-(-len(order) * self.stops // 8), "little")
