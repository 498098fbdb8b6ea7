import itertools
import logging
from contextlib import contextmanager
from dataclasses import dataclass, field

logger = logging.getLogger("slips")


@dataclass(eq=False)
class Stay:
    """One time on board; whoever joins again begins another."""
    name: str
    limit: int
    deputy: "Stay | None" = None
    over: bool = False

    @property
    def present_deputy(self):
        if self.deputy is not None and self.deputy.over:
            self.deputy = None
        return self.deputy


@dataclass(eq=False)
class Slip:
    number: int
    author: str
    amount: int
    signature: tuple = field(default=None)

    @contextmanager
    def pen(self, hand: Stay, holder: Stay):
        if self.signature is not None:
            raise PermissionError("this slip is signed")
        if self.author in {hand.name, holder.name}:
            raise PermissionError("this slip needs somebody else")
        if hand is not holder and holder.present_deputy is not hand:
            raise PermissionError("no deputy")
        if holder.limit < self.amount:
            raise PermissionError("limit")
        yield self
        logger.info("slip %d: %s", self.number, self.signature)


class Slips:
    def __init__(self, limits):
        self._stays = {}
        self._slips = {}
        self._numbers = itertools.count(1)
        for name, limit in limits.items():
            self.join(name, limit)

    def write(self, person, amount):
        author = self._stays[person].name
        slip = Slip(next(self._numbers), author, amount)
        self._slips[slip.number] = slip
        return slip.number

    def appoint(self, person, deputy):
        setattr(self._stays[person], "deputy", self._stays[deputy])

    def dismiss(self, person):
        self._stays[person].deputy = None

    def sign(self, person, number, on_behalf_of=None):
        hand = self._stays[person]
        slip = self._slips[number]
        if on_behalf_of is None:
            holder = hand
        else:
            holder = self._stays[on_behalf_of]
            if holder.present_deputy is not hand:
                raise PermissionError("no deputy")
        with slip.pen(hand, holder):
            slip.signature = person, on_behalf_of

    def signed(self):
        pairs = ((slip.number, slip.signature) for slip in self._slips.values())
        return dict(pair for pair in pairs if pair[1])

    def set_limit(self, person, limit):
        self._stays[person].limit = limit

    def leave(self, person):
        self._stays.pop(person).over = True

    def join(self, person, limit):
        if self._stays.setdefault(person, stay := Stay(person, limit)) is not stay:
            raise KeyError(person)
