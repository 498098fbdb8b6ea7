import logging
from functools import wraps
from inspect import signature

log = logging.getLogger("cards")


def needs(*rules):
    def decorate(method):
        names = signature(method)

        @wraps(method)
        def checked(self, *args, **kwargs):
            call = names.bind(self, *args, **kwargs).arguments
            card = call["card"]
            if card not in self._tree:
                raise KeyError(card)
            if "doors" in call:
                call["doors"] = set(call["doors"])
            for rule in rules:
                if not rule(self, **{k: v for k, v in call.items() if k != "self"}):
                    log.warning("%s refused: %s", method.__name__, rule.__name__)
                    raise PermissionError(rule.__name__)
            return method(**call)

        return checked

    return decorate


def holds_it(desk, person, card, **_):
    return desk._tree[card][0] == person


def is_of_the_line(desk, person, card, **_):
    return any(desk._tree[number][0] == person for number in desk._up(card))


def has_not_ended(desk, card, **_):
    return desk._ended.isdisjoint(desk._up(card))


def opens_them(desk, card, doors, **_):
    return not doors.difference(desk.doors(card))


class CardDesk:
    def __init__(self):
        self._tree = {}
        self._ended = set()
        self._right = set()

    def _up(self, card):
        while card is not None:
            yield card
            _, card = self._tree[card]

    def _new(self, holder, above, doors):
        number = len(self._tree) + 1
        self._tree[number] = holder, above
        self._right.update((number, door) for door in doors)
        return number

    def issue(self, holder, doors):
        return self._new(holder, None, doors)

    @needs(holds_it, has_not_ended, opens_them)
    def make(self, person, card, other, doors):
        return self._new(other, card, doors)

    @needs(is_of_the_line, opens_them)
    def narrow(self, person, card, doors):
        self._right = {r for r in self._right if r[0] != card or r[1] in doors}

    @needs(is_of_the_line)
    def end(self, person, card):
        self._ended.add(card)

    @needs()
    def doors(self, card):
        own = {door for number, door in self._right if number == card}
        return sorted(filter(lambda door: self.opens(card, door), own))

    @needs()
    def opens(self, card, door):
        line = list(self._up(card))
        return self._ended.isdisjoint(line) and all((n, door) in self._right for n in line)
