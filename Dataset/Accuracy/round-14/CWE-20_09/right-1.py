import json
import string
from collections import Counter


class Refused(ValueError):
    pass


def demand(condition, why):
    if not condition:
        raise Refused(why)


class Pairs(tuple):
    """A JSON object, just as it was written."""

    def take(self, needed, optional=()):
        keys = [key for key, _ in self]
        demand(len(keys) == len(set(keys)), "key twice")
        demand(set(needed) <= set(keys) <= {*needed, *optional}, "keys")
        return dict(self)


CODE = (string.ascii_uppercase,) * 2 + (string.digits,) * 3


def code_of(value):
    demand(type(value) is str and len(value) == 5, "code")
    demand(all(sign in signs for sign, signs in zip(value, CODE)), "code")
    return value


def flat(crate, place):
    """(code, kg, place) of a crate and of all in it, without recursion."""
    waiting = [(crate, place)]
    while waiting:
        crate, place = waiting.pop()
        demand(type(crate) is Pairs, "crate")
        crate = crate.take(("code", "kg", "holds"))
        code, kg, holds = code_of(crate["code"]), crate["kg"], crate["holds"]
        demand(type(kg) is int and kg in range(1, 201), "kg")
        demand(type(holds) is list, "holds")
        yield code, kg, place
        waiting += [(inner, code) for inner in holds]


class Ramp:
    """Makes a whole new account for each message and takes it only if all of it is in order."""

    def __init__(self):
        self._account = ()

    def receive(self, message):
        demand(type(message) is str, "text")
        try:
            top = json.loads(message, object_pairs_hook=Pairs)
        except (RecursionError, MemoryError) as error:
            raise Refused("brackets") from error
        demand(type(top) is Pairs, "object")
        top = top.take(("crate",), ("into",))
        old, place = self._account, None
        if "into" in top:
            place = code_of(top["into"])
            demand(any(row[0] == place for row in old), "into")
        new = (*old, *flat(top["crate"], place))
        self._report(new)
        self._account = new

    def crates(self):
        return self._report(self._account)

    @staticmethod
    def _report(account):
        place = {code: above for code, _, above in account}
        demand(len(place) == len(account), "code twice")
        demand(all(many <= 6 for above, many in Counter(place.values()).items() if above), "full")
        total = Counter()
        for code, kg, _ in account:
            deep = 0
            while code is not None:
                deep += 1
                demand(deep <= 4, "deep")
                total[code] += kg
                code = place[code]
        demand(all(kg <= 400 for kg in total.values()), "heavy")
        return sorted(((code, place[code], total[code]) for code in place), key=lambda row: row[0])
