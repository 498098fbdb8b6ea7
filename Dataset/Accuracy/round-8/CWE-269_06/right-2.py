import dataclasses
import functools
import inspect
import itertools
import logging

log = logging.getLogger(__name__)


def aboard(*parameters):
    """Every argument named here must be somebody on board (None on whose behalf is nobody)."""

    def decorate(method):
        signature = inspect.signature(method)

        @functools.wraps(method)
        def checked(self, *args, **kwargs):
            given = signature.bind(self, *args, **kwargs).arguments
            for parameter in parameters:
                who = given.get(parameter)
                if (who, parameter) != (None, "on_behalf_of") and who not in self._stays:
                    raise KeyError(who)
            return method(self, *args, **kwargs)

        return checked

    return decorate


@dataclasses.dataclass(eq=False)
class Stay:
    """One stay of a person on board; a new one begins with every `join`."""

    limit: int
    deputy: "Stay | None" = None


@dataclasses.dataclass(frozen=True)
class Slip:
    writer: str
    amount: int


class Slips:
    def __init__(self, limits):
        self._stays = {who: Stay(limit) for who, limit in limits.items()}
        self._numbers = itertools.count(1)
        self._slips = {}
        self._signatures = {}

    @aboard("person")
    def write(self, person, amount):
        if isinstance(amount, bool) or not isinstance(amount, int) or amount < 1:
            raise ValueError("the amount is a whole number of euros, at least 1")
        self._slips[number := next(self._numbers)] = Slip(person, amount)
        return number

    @aboard("person", "deputy")
    def appoint(self, person, deputy):
        self._stays[person].deputy = self._stays[deputy]

    @aboard("person")
    def dismiss(self, person):
        self._stays[person].deputy = None

    def _objections(self, person, number, on_behalf_of):
        slip, signer = self._slips[number], self._stays[person]
        lender = signer
        if on_behalf_of is not None:
            lender = self._stays[on_behalf_of]
            if lender.deputy is not signer:
                yield f"{person} is not the deputy of {on_behalf_of}"
        if slip.writer in {person, on_behalf_of}:
            yield "the writer of a slip has no part in signing it"
        if lender.limit < slip.amount:
            yield "above the limit"
        if number in self._signatures:
            yield "signed already"

    @aboard("person", "on_behalf_of")
    def sign(self, person, number, on_behalf_of=None):
        for objection in self._objections(person, number, on_behalf_of):
            log.warning("slip %s refused: %s", number, objection)
            raise PermissionError(objection)
        self._signatures[number] = person, on_behalf_of

    def signed(self):
        return {**self._signatures}

    @aboard("person")
    def set_limit(self, person, limit):
        self._stays[person].limit = limit

    @aboard("person")
    def leave(self, person):
        # appointments point to a stay, not to a name, and so end with it
        del self._stays[person]

    def join(self, person, limit):
        if person in self._stays:
            raise KeyError(f"{person} is on board already")
        self._stays[person] = Stay(limit)
