"""Reads the files of the scales without the module pickle: a small machine of our own carries out
the few instructions that such a file needs, and knows three names."""
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from pickletools import genops

_NAMES = {
    ("datetime", "datetime"): datetime,
    ("decimal", "Decimal"): Decimal,
    ("collections", "OrderedDict"): OrderedDict,
}
_MARK = object()


class _Name:
    """Stands on the stack for a class; nothing but REDUCE can use it."""

    __slots__ = ("make",)

    def __init__(self, make):
        self.make = make


def _run(data):
    stack, memo = [], {}
    push = stack.append

    def since_mark():
        at = len(stack) - 1 - stack[::-1].index(_MARK)
        values = stack[at + 1:]
        del stack[at:]
        return values

    def last(n):
        if len(stack) < n:
            raise ValueError("stack is empty")
        values = stack[len(stack) - n:]
        del stack[len(stack) - n:]
        return values

    def into(kind, add, values):
        if not isinstance(stack[-1], kind):
            raise ValueError(f"no {kind} to add to")
        for value in values:
            add(stack[-1], value)

    def pairs(values):
        if len(values) % 2:
            raise ValueError("a key without a value")
        return zip(values[::2], values[1::2])

    def put(target, pair):
        target[pair[0]] = pair[1]

    for op, arg, _ in genops(data):
        match op.name:
            case "PROTO" | "FRAME":
                pass
            case "MARK":
                push(_MARK)
            case "NONE":
                push(None)
            case ("BININT" | "BININT1" | "BININT2" | "LONG1" | "LONG4"
                  | "SHORT_BINUNICODE" | "BINUNICODE" | "BINUNICODE8" | "SHORT_BINBYTES"):
                push(arg)
            case "EMPTY_LIST":
                push([])
            case "EMPTY_DICT":
                push({})
            case "EMPTY_SET":
                push(set())
            case "EMPTY_TUPLE":
                push(())
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                push(tuple(last(int(op.name[-1]))))
            case "TUPLE":
                push(tuple(since_mark()))
            case "APPEND":
                into(list, list.append, last(1))
            case "APPENDS":
                into(list, list.append, since_mark())
            case "ADDITEMS":
                into(set, set.add, since_mark())
            case "SETITEM":
                into(dict, put, pairs(last(2)))
            case "SETITEMS":
                into(dict, put, pairs(since_mark()))
            case "MEMOIZE":
                memo[len(memo)] = stack[-1]
            case "BINPUT" | "LONG_BINPUT":
                memo[arg] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                push(memo[arg])
            case "STACK_GLOBAL":
                push(_Name(_NAMES[tuple(last(2))]))
            case "REDUCE":
                name, args = last(2)
                if type(name) is not _Name or type(args) is not tuple:
                    raise ValueError("only the three types can be made")
                push(name.make(*args))
            case "STOP":
                [result] = stack
                return result
            case other:
                raise ValueError(f"{other} has no business here")
    raise ValueError("no end")


def _each(kind, values):
    return all(type(value) is kind for value in values)


def _log(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        match _run(data):
            case {"hive": str(hive), "readings": list(readings), "notes": OrderedDict() as remarks,
                  "faults": set(faults), "firmware": None | tuple() as firmware, **rest} if not rest:
                times, kilos = zip(*readings, strict=True) if readings else ((), ())
                if (
                    _each(tuple, readings) and _each(datetime, [*times, *remarks]) and _each(Decimal, kilos)
                    and _each(str, [*faults, *remarks.values()]) and _each(int, firmware or ())
                ):
                    return hive, readings, remarks, faults
    except Exception as error:
        raise ValueError(f"cannot read {path}: {error!r}") from error
    raise ValueError(f"{path} does not hold what a scale writes")


def daily_means(path):
    _, readings, _, _ = _log(path)
    def by_day(reading):
        return reading[0].date()
    return {
        str(day): format(sum(values) / len(values), ".2f")
        for day, group in groupby(sorted(readings, key=by_day), key=by_day)
        for values in [[kilos for _, kilos in group]]
    }


def notes(path):
    return [(time.isoformat(), text) for time, text in _log(path)[2].items()]


def faulty(paths):
    found = set()
    for hive, _, _, faults in map(_log, paths):
        found |= {hive} if faults else set()
    return sorted(found)
