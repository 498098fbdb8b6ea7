"""Ticket 311: the ramp as an immutable map from codes to paths."""
from json import JSONDecoder
from string import ascii_uppercase as LETTERS, digits as DIGITS
from typing import NamedTuple


class Refused(ValueError):
    pass


def demand(truth, why):
    if not truth:
        raise Refused(why)


def _unique(pairs):
    found = {}
    for key, value in pairs:
        demand(key not in found, "key twice")
        found[key] = value
    return found


def _never(text):
    raise Refused(f"no such number: {text}")


class Entry(NamedTuple):
    path: tuple     # codes from the outermost crate to this one
    kg: int


def code_of(value):
    demand(type(value) is str and len(value) == 5, "code")
    demand(all(sign in LETTERS for sign in value[:2]), "code")
    demand(all(sign in DIGITS for sign in value[2:]), "code")
    return value


def entries(crate, path):
    """A generator of everything in a crate; an explicit heap, no recursion."""
    waiting = [(crate, path)]
    while waiting:
        crate, path = waiting.pop()
        demand(len(path) < 4, "too deep")
        demand(type(crate) is dict and sorted(crate) == ["code", "holds", "kg"], "form")
        demand(type(crate["kg"]) is int and 0 < crate["kg"] < 201, "weight")
        demand(type(crate["holds"]) is list and len(crate["holds"]) < 7, "holds")
        path += (code_of(crate["code"]),)
        yield Entry(path, crate["kg"])
        waiting += ((inner, path) for inner in crate["holds"])


class Ramp:
    _decode = JSONDecoder(object_pairs_hook=_unique, parse_constant=_never,
                          parse_float=_never).decode

    def __init__(self):
        self._entries = ()

    def receive(self, message):
        demand(type(message) is str, "message")
        try:
            message = Ramp._decode(message)
        except RecursionError:
            raise Refused("brackets without an end") from None
        demand(type(message) is dict, "message")
        demand(sorted(message) in (["crate"], ["crate", "into"]), "keys")
        path = ()
        if "into" in message:
            into = code_of(message["into"])
            path = next((entry.path for entry in self._entries if entry.path[-1] == into), None)
            demand(path, "not on the ramp")
        after = list(self._entries)
        codes = {entry.path[-1] for entry in after}
        for entry in entries(message["crate"], path):
            demand(entry.path[-1] not in codes, "twice")
            codes.add(entry.path[-1])
            after.append(entry)
        for code, around, weight, inside in self._report(after):
            demand(weight <= 400 and inside <= 6, "too much in one crate")
        self._entries = tuple(after)

    @staticmethod
    def _report(entries):
        for path, kg in sorted(entries, key=lambda entry: entry.path[-1]):
            depth = len(path)
            within = [other for other in entries if other.path[:depth] == path]
            yield (path[-1], path[-2] if depth > 1 else None, sum(other.kg for other in within),
                   sum(len(other.path) == depth + 1 for other in within))

    def crates(self):
        return [line[:3] for line in self._report(self._entries)]
