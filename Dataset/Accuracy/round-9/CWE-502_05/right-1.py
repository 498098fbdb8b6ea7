"""Reads the scales' files with a small machine of its own; Python's unpickler is never started.

`pickletools.genops` cuts the file into instructions (it runs nothing), and only the instructions that
a scale needs are understood here.
"""

import datetime
import decimal
import pickletools
from collections import OrderedDict

_MAKERS = {
    "datetime datetime": datetime.datetime,
    "decimal Decimal": decimal.Decimal,
    "collections OrderedDict": OrderedDict,
}
_KEYS = ("hive", "readings", "notes", "faults", "firmware")


class _Maker:
    """Stands for one of the three classes while a file is read; never gets into the result."""

    def __init__(self, name):
        if name not in _MAKERS:
            raise ValueError(f"{name!a} may not be made")
        self.kind = _MAKERS[name]

    def make(self, arguments):
        if type(arguments) is not tuple:
            raise ValueError("arguments are a tuple")
        shapes = tuple(map(type, arguments))
        if self.kind is OrderedDict:
            if arguments:
                raise ValueError("an OrderedDict begins empty")
        elif self.kind is decimal.Decimal:
            if shapes not in ((str,), (int,), ()):
                raise ValueError("a Decimal is made of a string")
        elif shapes != (bytes,) and set(shapes) != {int}:
            raise ValueError("a datetime is made of bytes or ints")
        return self.kind(*arguments)


class _Machine:
    LITERALS = {
        "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "BININT", "BININT1", "BININT2", "LONG1",
        "LONG4", "SHORT_BINBYTES", "BINBYTES", "BINBYTES8",
    }
    FRESH = {
        "NONE": lambda: None, "NEWTRUE": lambda: True, "NEWFALSE": lambda: False,
        "EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_SET": set, "EMPTY_TUPLE": tuple,
    }

    def __init__(self):
        self.stack, self.marks, self.memo = [], [], {}

    def run(self, data):
        for instruction, argument, _ in pickletools.genops(data):
            name = instruction.name
            if name in self.LITERALS:
                self.stack.append(argument)
            elif name in self.FRESH:
                self.stack.append(self.FRESH[name]())
            elif name == "STOP":
                (result,) = self.stack
                return result
            elif name not in ("PROTO", "FRAME"):
                step = getattr(self, "do_" + name.lower(), None)
                if step is None:
                    raise ValueError(f"unknown instruction {name}")
                step(argument)
        raise ValueError("no end")

    def since_mark(self):
        at = self.marks.pop()
        items = self.stack[at:]
        del self.stack[at:]
        return items

    def top(self, *kinds):
        if type(self.stack[-1]) not in kinds:
            raise ValueError("this cannot be filled")
        return self.stack[-1]

    def pops(self, count):
        if len(self.stack) < count:
            raise ValueError("the stack is empty")
        items = self.stack[len(self.stack) - count:]
        del self.stack[len(self.stack) - count:]
        return items

    def do_mark(self, _):
        self.marks.append(len(self.stack))

    def do_tuple(self, _):
        self.stack.append(tuple(self.since_mark()))

    def do_tuple1(self, _):
        self.stack.append(tuple(self.pops(1)))

    def do_tuple2(self, _):
        self.stack.append(tuple(self.pops(2)))

    def do_tuple3(self, _):
        self.stack.append(tuple(self.pops(3)))

    def do_append(self, _):
        items = self.pops(1)
        self.top(list).extend(items)

    def do_appends(self, _):
        items = self.since_mark()
        self.top(list).extend(items)

    def do_additems(self, _):
        items = self.since_mark()
        self.top(set).update(items)

    def do_setitem(self, _):
        key, value = self.pops(2)
        self.top(dict, OrderedDict)[key] = value

    def do_setitems(self, _):
        items = self.since_mark()
        if len(items) % 2:
            raise ValueError("a key without a value")
        self.top(dict, OrderedDict).update(zip(items[::2], items[1::2]))

    def do_memoize(self, _):
        self.memo[len(self.memo)] = self.stack[-1]

    def do_binput(self, number):
        self.memo[number] = self.stack[-1]

    do_long_binput = do_binput

    def do_binget(self, number):
        self.stack.append(self.memo[number])

    do_long_binget = do_binget

    def do_global(self, name):
        self.stack.append(_Maker(name))

    def do_stack_global(self, _):
        names = self.pops(2)
        if any(type(name) is not str or not name.isalpha() for name in names):
            raise ValueError("no name")
        self.stack.append(_Maker(" ".join(names)))

    def do_reduce(self, _):
        maker, arguments = self.pops(2)
        if type(maker) is not _Maker:
            raise ValueError("nothing that can make something")
        self.stack.append(maker.make(arguments))


def _all(kind, values):
    return all(type(value) is kind for value in values)


def _read(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        whole = _Machine().run(data)
        name, readings, remarks, faults, firmware = (whole[key] for key in _KEYS)
        fits = (
            type(whole) is dict and type(name) is str
            and type(readings) is list and _all(tuple, readings)
            and all(tuple(map(type, r)) == (datetime.datetime, decimal.Decimal) for r in readings)
            and type(remarks) is OrderedDict
            and _all(datetime.datetime, remarks) and _all(str, remarks.values())
            and type(faults) is set and _all(str, faults)
            and (firmware is None or type(firmware) is tuple and _all(int, firmware))
        )
    except Exception as problem:
        raise ValueError(f"{path} cannot be read") from problem
    if not fits:
        raise ValueError(f"{path} is not the file of a hive")
    return name, readings, remarks, faults


def daily_means(path):
    days = {}
    for time, kilos in _read(path)[1]:
        total, count = days.get(time.date(), (0, 0))
        days[time.date()] = total + kilos, count + 1
    return {str(day): format(total / count, ".2f") for day, (total, count) in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)[2].items()]


def faulty(paths):
    return sorted({name for name, _, _, faults in map(_read, paths) if faults})
