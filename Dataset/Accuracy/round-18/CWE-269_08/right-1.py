from enum import Flag, auto
from functools import reduce, wraps
from operator import or_


class R(Flag):
    bench = auto()
    saw = auto()
    lathe = auto()
    laser = auto()
    people = auto()
    roles = auto()


NONE = R(0)
EVERYTHING = reduce(or_, R)
KEYS = R.people | R.roles


class Forbidden(PermissionError):
    pass


class _Card:
    """A role. Members hold the card itself, not its name; a torn one counts for nothing."""

    def __init__(self, rights):
        self.rights = rights
        self.torn = False


def office(right):
    def decorate(method):
        @wraps(method)
        def checked(self, by, *rest):
            mine = self._power(by)
            if right not in mine:
                raise Forbidden(by)
            return method(self, mine, *rest)
        return checked
    return decorate


class Workshop:
    def __init__(self, founder):
        self._cards = {"founder": _Card(EVERYTHING), "guest": _Card(R.bench)}
        self._default = self._cards["guest"]
        self._held = {founder: self._cards["founder"]}

    def _power(self, name):
        try:
            card = self._held[name]
        except (KeyError, TypeError):
            return NONE
        if card is None or card.torn:
            card = self._default
        return card.rights

    @staticmethod
    def _cover(mine, *others):
        if any(other & ~mine for other in others):
            raise Forbidden("more than one's own rights")

    def join(self, name):
        if name in self._held:
            raise ValueError(name)
        self._held[name] = None

    def leave(self, by, name):
        if by == name:
            self._held.pop(name)
        else:
            self._expel(by, name)

    @office(R.people)
    def _expel(self, mine, name):
        self._held[name]
        self._cover(mine, self._power(name))
        del self._held[name]

    @office(R.people)
    def give(self, mine, name, role):
        self._held[name]
        card = None if role is None else self._cards[role]
        self._cover(mine, self._power(name), card.rights if card else NONE)
        self._held[name] = card

    @office(R.roles)
    def define(self, mine, role, rights):
        try:
            wanted = reduce(or_, (R[right] for right in rights), NONE)
        except KeyError:
            raise ValueError("no such right") from None
        card = self._cards.get(role)
        self._cover(mine, wanted, card.rights if card else NONE)
        if card is self._default and wanted & KEYS:
            raise Forbidden("not in the standard role")
        if card is None:
            self._cards[role] = _Card(wanted)
        else:
            card.rights = wanted

    @office(R.roles)
    def remove(self, mine, role):
        card = self._cards[role]
        if card is self._default:
            raise ValueError("this is the standard role")
        self._cover(mine, card.rights)
        card.torn = True
        del self._cards[role]

    @office(R.roles)
    def set_standard(self, mine, role):
        card = self._cards[role]
        self._cover(mine, card.rights)
        if card.rights & KEYS:
            raise Forbidden("not as the standard role")
        self._default = card

    def rights(self, name):
        power = self._power(name)
        return sorted(right.name for right in R if right in power)

    def may(self, name, right):
        return right in self.rights(name)
