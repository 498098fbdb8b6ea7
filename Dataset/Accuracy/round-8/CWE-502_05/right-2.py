"""Reads the files with a small machine of its own; the module pickle is not used for reading at all."""
from collections import OrderedDict, defaultdict
from datetime import datetime
from decimal import Decimal
from itertools import takewhile
from pickletools import genops

MARK = object()


class Name(tuple):
    """A class that the file names; it is never looked up."""


MAKERS = {
    Name(("datetime", "datetime")): lambda state: _time(state),
    Name(("decimal", "Decimal")): lambda text: Decimal(_is(text, str)),
    Name(("collections", "OrderedDict")): lambda: OrderedDict(),
}


def _is(value, *kinds):
    if type(value) not in kinds:
        raise ValueError(f"{type(value).__name__} in the wrong place")
    return value


def _time(state):
    if len(_is(state, bytes)) != 10:
        raise ValueError("not a time")
    year = state[0] * 256 + state[1]
    month, fold = state[2] & 127, state[2] >> 7
    return datetime(year, month, *state[3:7], int.from_bytes(state[7:10], "big"), fold=fold)


class Machine:
    def __init__(self):
        self.stack, self.memo = [], []

    def run(self, raw):
        for opcode, arg, _ in genops(raw):
            name = opcode.name
            if name == "STOP":
                (result,) = self.stack
                return result
            if name in ("PROTO", "FRAME"):
                continue
            if name in self.CONSTANTS:
                self.stack.append(arg)
            else:
                step = getattr(self, "do_" + name.lower(), None)
                if step is None:
                    raise ValueError(f"{name} is not known to the scales")
                step(arg)
        raise ValueError("no end")

    CONSTANTS = frozenset(
        "BININT BININT1 BININT2 LONG1 LONG4 SHORT_BINUNICODE BINUNICODE BINUNICODE8 SHORT_BINBYTES BINBYTES".split()
    )

    def items(self):
        found = [*takewhile(lambda value: value is not MARK, reversed(self.stack))][::-1]
        del self.stack[len(self.stack) - len(found) - 1:]
        return found

    def last(self, count):
        if count > len(self.stack):
            raise ValueError("nothing there")
        cut = len(self.stack) - count
        found = self.stack[cut:]
        del self.stack[cut:]
        return found

    def fill(self, items):
        target = _is(self.stack[-1], dict, OrderedDict)
        if len(items) % 2:
            raise ValueError("a key without a value")
        target.update(zip(items[::2], items[1::2]))

    def do_none(self, _): self.stack.append(None)
    def do_mark(self, _): self.stack.append(MARK)
    def do_memoize(self, _): self.memo.append(self.stack[-1])
    def do_binget(self, n): self.stack.append(self.memo[n])
    do_long_binget = do_binget
    def do_empty_tuple(self, _): self.stack.append(())
    def do_tuple1(self, _): self.stack.append(tuple(self.last(1)))
    def do_tuple2(self, _): self.stack.append(tuple(self.last(2)))
    def do_tuple3(self, _): self.stack.append(tuple(self.last(3)))
    def do_tuple(self, _): self.stack.append(tuple(self.items()))
    def do_empty_list(self, _): self.stack.append([])
    def do_empty_set(self, _): self.stack.append(set())
    def do_empty_dict(self, _): self.stack.append({})

    def do_append(self, _):
        items = self.last(1)
        _is(self.stack[-1], list).extend(items)

    def do_appends(self, _):
        items = self.items()
        _is(self.stack[-1], list).extend(items)

    def do_additems(self, _):
        items = self.items()
        _is(self.stack[-1], set).update(items)

    def do_setitem(self, _): self.fill(self.last(2))
    def do_setitems(self, _): self.fill(self.items())

    def do_stack_global(self, _):
        name = Name(_is(text, str) for text in self.last(2))
        if name not in MAKERS:
            raise ValueError(f"{name} is not allowed")
        self.stack.append(name)

    def do_reduce(self, _):
        maker, arguments = self.last(2)
        self.stack.append(MAKERS[_is(maker, Name)](*_is(arguments, tuple)))


def _hive(path):
    with open(path, "rb") as file:
        raw = file.read()
    try:
        data = Machine().run(raw)
        _is(data, dict), _is(data["hive"], str)
        for time, kilos in _is(data["readings"], list):
            _is(time, datetime), _is(kilos, Decimal)
        for time, text in _is(data["notes"], OrderedDict).items():
            _is(time, datetime), _is(text, str)
        for fault in _is(data["faults"], set):
            _is(fault, str)
        for number in _is(data["firmware"], tuple, type(None)) or ():
            _is(number, int)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"{path} is not the file of a hive") from error
    return data


def daily_means(path):
    days = defaultdict(list)
    for time, kilos in _hive(path)["readings"]:
        days[time.date().isoformat()].append(kilos)
    return {day: f"{sum(kilos) / len(kilos):.2f}" for day, kilos in days.items()}


def notes(path):
    return [(datetime.isoformat(time), text) for time, text in _hive(path)["notes"].items()]


def faulty(paths):
    return sorted(data["hive"] for data in map(_hive, paths) if data["faults"])
