"""A small machine of its own: it understands the opcodes that a scale's file can hold, and nothing else."""
import pickletools
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import reduce
from itertools import groupby
from operator import add


class Refused(ValueError):
    pass


MARK = object()


@dataclass(frozen=True)
class Maker:
    """What stands for one of the three classes while the file is read."""
    which: str

    def __call__(self, args):
        match self.which, args:
            case "datetime.datetime", (bytes(raw),) if len(raw) == 10:
                return datetime(raw)
            case "decimal.Decimal", (str(text),):
                return Decimal(text)
            case "collections.OrderedDict", ():
                return OrderedDict()
        raise Refused(f"{self.which} is not made like this")


NAMES = {tuple(n.split(".")): Maker(n) for n in
         ("datetime.datetime", "decimal.Decimal", "collections.OrderedDict")}
PUSHED = {"BININT", "BININT1", "BININT2", "LONG1", "LONG4", "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8",
          "SHORT_BINBYTES", "BINBYTES"}
FRESH = {"EMPTY_LIST": list, "EMPTY_DICT": dict, "EMPTY_SET": set, "EMPTY_TUPLE": tuple}


def machine(data):
    stack, memo = [], {}
    started = False

    def since_mark():
        taken = []
        while (top := stack.pop()) is not MARK:
            taken.append(top)
        return taken[::-1]

    def target(*kinds):
        if type(stack[-1]) not in kinds:
            raise Refused("filled what cannot be filled")
        return stack[-1]

    def fill(pairs):
        box = target(dict, OrderedDict)
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            box[key] = value

    for op, arg, pos in pickletools.genops(data):
        match op.name:
            case "PROTO" if arg == 4 and not started:
                started = True
            case "FRAME" if started:
                pass
            case name if not started:
                raise Refused("not protocol 4")
            case name if name in PUSHED:
                stack.append(arg)
            case name if name in FRESH:
                stack.append(FRESH[name]())
            case "NONE":
                stack.append(None)
            case "MARK":
                stack.append(MARK)
            case "MEMOIZE":
                memo[len(memo)] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(memo[arg])
            case "TUPLE1" | "TUPLE2" | "TUPLE3" as name:
                n = int(name[-1])
                stack[-n:] = [tuple(stack[-n:])]
            case "TUPLE":
                stack.append(tuple(since_mark()))
            case "APPEND":
                item = stack.pop()
                target(list).append(item)
            case "APPENDS":
                items = since_mark()
                target(list).extend(items)
            case "ADDITEMS":
                items = since_mark()
                target(set).update(items)
            case "SETITEM":
                pair = stack[-2:]
                del stack[-2:]
                fill(pair)
            case "SETITEMS":
                fill(since_mark())
            case "STACK_GLOBAL":
                name, module = stack.pop(), stack.pop()
                if type(name) is not str or type(module) is not str or (module, name) not in NAMES:
                    raise Refused("names something else")
                stack.append(NAMES[module, name])
            case "REDUCE":
                args, maker = stack.pop(), stack.pop()
                if type(maker) is not Maker or type(args) is not tuple:
                    raise Refused("calls something else")
                stack.append(maker(args))
            case "STOP":
                if pos + 1 != len(data) or len(stack) != 1:
                    raise Refused("something is left over")
                return stack.pop()
            case other:
                raise Refused(f"opcode {other}")
    raise Refused("no end")


def fits(value, shape):
    match shape:
        case type():
            return type(value) is shape
        case [inner]:
            return type(value) is list and all(fits(v, inner) for v in value)
        case tuple():
            return type(value) is tuple and len(value) == len(shape) and all(map(fits, value, shape))
    return shape(value)


SHAPE = {
    "hive": str,
    "readings": [(datetime, Decimal)],
    "notes": lambda x: type(x) is OrderedDict and all(fits(p, (datetime, str)) for p in x.items()),
    "faults": lambda x: type(x) is set and all(type(f) is str for f in x),
    "firmware": lambda x: x is None or type(x) is tuple and all(type(n) is int for n in x),
}


def _file(path):
    with open(path, "rb") as handle:
        data = handle.read()
    try:
        content = machine(data)
        good = type(content) is dict and content.keys() == SHAPE.keys() and all(
            fits(content[key], shape) for key, shape in SHAPE.items())
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{path}: {error!r}") from error
    if not good:
        raise Refused(f"{path}: not what a scale writes")
    return content


def daily_means(path):
    by_day = sorted(((t.date().isoformat(), k) for t, k in _file(path)["readings"]), key=lambda p: p[0])
    means = {}
    for day, group in groupby(by_day, key=lambda p: p[0]):
        kilos = [k for _, k in group]
        means[day] = format(reduce(add, kilos) / len(kilos), ".2f")
    return means


def notes(path):
    return list(map(lambda note: (note[0].isoformat(), note[1]), _file(path)["notes"].items()))


def faulty(paths):
    return sorted([content["hive"] for content in map(_file, paths) if len(content["faults"]) > 0])
