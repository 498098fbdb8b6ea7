"""Reads the files of the scales with a small machine of its own; the module pickle is not asked to load anything."""
import pickletools
from collections import OrderedDict, defaultdict
from datetime import datetime
from decimal import Decimal

MAKERS = {"datetime\ndatetime": datetime, "decimal\nDecimal": Decimal, "collections\nOrderedDict": OrderedDict}
CONSTANTS = set("SHORT_BINUNICODE BINUNICODE BINUNICODE8 BININT BININT1 BININT2 LONG1 LONG4 "
                "SHORT_BINBYTES BINBYTES BINBYTES8".split())
EMPTY = {"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_SET": set, "EMPTY_TUPLE": tuple, "NONE": lambda: None}
NUMBER = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}


class Refused(ValueError):
    pass


class Name:
    def __init__(self, module, name):
        self.make = MAKERS[module + "\n" + name]


class Mark:
    pass


def _machine(raw):
    stack, memo = [], []

    def cut():
        at = max(i for i, x in enumerate(stack) if x is Mark)
        taken = stack[at + 1:]
        del stack[at:]
        return taken

    def put(target, keys_and_values):
        if type(target) not in (dict, OrderedDict):
            raise Refused("no dictionary")
        target.update(zip(keys_and_values[::2], keys_and_values[1::2], strict=True))

    for opcode, value, _ in pickletools.genops(raw):
        match opcode.name:
            case "PROTO" | "FRAME":
                pass
            case "MEMOIZE":
                memo.append(stack[-1])
            case "BINGET" | "LONG_BINGET":
                stack.append(memo[value])
            case "MARK":
                stack.append(Mark)
            case name if name in CONSTANTS:
                stack.append(value)
            case name if name in EMPTY:
                stack.append(EMPTY[name]())
            case name if name in NUMBER:
                stack[-NUMBER[name]:] = [tuple(stack[-NUMBER[name]:])]
            case "TUPLE":
                stack.append(tuple(cut()))
            case "APPEND":
                value = stack.pop()
                list.append(stack[-1], value)
            case "APPENDS":
                values = cut()
                list.extend(stack[-1], values)
            case "ADDITEMS":
                values = cut()
                set.update(stack[-1], values)
            case "SETITEM":
                values = stack[-2:]
                del stack[-2:]
                put(stack[-1], values)
            case "SETITEMS":
                values = cut()
                put(stack[-1], values)
            case "STACK_GLOBAL":
                name, module = stack.pop(), stack.pop()
                stack.append(Name(module, name))
            case "REDUCE":
                arguments, name = stack.pop(), stack.pop()
                if type(name) is not Name or type(arguments) is not tuple:
                    raise Refused("nothing to make")
                stack.append(name.make(*arguments))
            case "STOP":
                (result,) = stack
                return result
            case other:
                raise Refused(f"no file of a scale has {other}")
    raise Refused("the file has no end")


def _all(kind, *values):
    return all(type(v) is kind for v in values)


def _load(path):
    with open(path, "rb") as f:
        raw = f.read()
    try:
        d = _machine(raw)
        hive, readings, remarks, faults, firmware = (
            d[k] for k in ("hive", "readings", "notes", "faults", "firmware"))
        times, kilos = zip(*readings, strict=True) if readings else ((), ())
        if not all(k.is_finite() for k in kilos):
            raise Refused("no weight")
        fine = (
            type(d) is dict and len(d) == 5 and _all(str, hive, *faults, *remarks.values())
            and _all(list, readings) and _all(tuple, *readings) and _all(OrderedDict, remarks) and _all(set, faults)
            and _all(datetime, *times, *remarks) and _all(Decimal, *kilos)
            and (firmware is None or _all(tuple, firmware) and _all(int, *firmware))
        )
    except Exception as e:
        raise Refused(f"{path} is not a file of a scale") from e
    if not fine:
        raise Refused(f"{path} does not hold what a scale measures")
    return d


def daily_means(path):
    total, number = defaultdict(Decimal), defaultdict(int)
    for time, kilos in _load(path)["readings"]:
        day = str(time.date())
        total[day] += kilos
        number[day] += 1
    return {day: f"{total[day] / number[day]:.2f}" for day in total}


def notes(path):
    return list(zip(*(lambda n: ([t.isoformat() for t in n], n.values()))(_load(path)["notes"])))


def faulty(paths):
    hives = {}
    for path in paths:
        content = _load(path)
        hives[content["hive"]] = hives.get(content["hive"], 0) + len(content["faults"])
    return [h for h in sorted(hives) if hives[h]]
