"""The scales' files are read without `pickle.load`: a small machine of its own works off the opcodes that
such files are made of. It knows three makers by name and has no way to reach anything else."""
import collections
import datetime
import decimal
import itertools
import pickle
import pickletools


class _Mark:
    pass


def _make_time(*parts):
    if len(parts) == 1 and type(parts[0]) is bytes or len(parts) >= 3 and all(type(p) is int for p in parts):
        return datetime.datetime(*parts)
    raise ValueError("not a time")


def _make_decimal(*parts):
    if len(parts) == 1 and type(parts[0]) is str:
        return decimal.Decimal(parts[0])
    raise ValueError("not a decimal")


def _make_ordered(*parts):
    if not parts:
        return collections.OrderedDict()
    (pairs,) = parts
    if type(pairs) not in (list, tuple, dict):
        raise ValueError("not an OrderedDict")
    return collections.OrderedDict(pairs)


class _Maker:
    known = {}

    def __init__(self, module, name, function):
        self.make = function
        self.known[module, name] = self


_Maker("datetime", "datetime", _make_time)
_Maker("decimal", "Decimal", _make_decimal)
_Maker("collections", "OrderedDict", _make_ordered)


class _Machine:
    PUSH = {"BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8", "UNICODE", "BININT", "BININT1", "BININT2", "INT",
            "LONG", "LONG1", "LONG4", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8"}
    CONSTANT = {"NONE": lambda: None, "NEWTRUE": lambda: True, "NEWFALSE": lambda: False, "EMPTY_DICT": dict,
                "EMPTY_LIST": list, "EMPTY_SET": set, "EMPTY_TUPLE": tuple, "MARK": _Mark}

    def __init__(self):
        self.stack, self.memo = [], {}

    def run(self, data):
        for opcode, argument, position in pickletools.genops(data):
            if opcode.name in self.PUSH:
                self.stack.append(argument)
            elif opcode.name in self.CONSTANT:
                self.stack.append(self.CONSTANT[opcode.name]())
            elif opcode.name == "STOP":
                (result,) = self.stack
                if position + 1 != len(data):
                    raise ValueError("something follows the pickle")
                return result
            else:
                step = getattr(_Steps, opcode.name.lower(), None)
                if step is None:
                    raise pickle.UnpicklingError(f"{opcode.name} does not occur in a scale's file")
                step(self, argument)

    def to_mark(self):
        items = []
        while type(self.stack[-1]) is not _Mark:
            items.append(self.stack.pop())
        self.stack.pop()
        return items[::-1]

    def top(self, *types):
        if type(self.stack[-1]) not in types:
            raise ValueError("an opcode at the wrong place")
        return self.stack[-1]


class _Steps:
    def proto(m, number):
        if number > 4:
            raise ValueError("another protocol")

    def frame(m, size):
        pass

    def memoize(m, _):
        m.memo[len(m.memo)] = m.stack[-1]

    def binput(m, index):
        m.memo[index] = m.stack[-1]

    long_binput = put = binput

    def binget(m, index):
        m.stack.append(m.memo[index])

    long_binget = get = binget

    def pop(m, _):
        m.stack.pop()

    def pop_mark(m, _):
        m.to_mark()

    def tuple(m, _):
        items = m.to_mark()
        m.stack.append((*items,))

    def tuple1(m, _):
        m.stack[-1:] = [(*m.stack[-1:],)]

    def tuple2(m, _):
        m.stack[-2:] = [(*m.stack[-2:],)]

    def tuple3(m, _):
        m.stack[-3:] = [(*m.stack[-3:],)]

    def append(m, _):
        item = m.stack.pop()
        m.top(list).append(item)

    def appends(m, _):
        items = m.to_mark()
        m.top(list).extend(items)

    def additems(m, _):
        items = m.to_mark()
        if not all(type(item) is str for item in items):
            raise ValueError("a set of something else")
        m.top(set).update(items)

    def setitem(m, _):
        _Steps._fill(m, [m.stack.pop(-2), m.stack.pop()])

    def setitems(m, _):
        _Steps._fill(m, m.to_mark())

    def _fill(m, flat):
        target, each = m.top(dict, collections.OrderedDict), iter(flat)
        for key, value in itertools.zip_longest(each, each):
            if type(key) not in (str, datetime.datetime):
                raise ValueError("a key of another type")
            target[key] = value

    def stack_global(m, _):
        name = m.stack.pop()
        module = m.stack.pop()
        _Steps.global_(m, (module, name))

    def global_(m, pair):
        maker = _Maker.known.get(pair) if all(type(part) is str for part in pair) else None
        if maker is None:
            raise pickle.UnpicklingError(f"{pair} does not belong into a scale's file")
        m.stack.append(maker)

    def reduce(m, _):
        arguments, maker = m.stack.pop(), m.stack.pop()
        if type(maker) is not _Maker or type(arguments) is not tuple_:
            raise ValueError("a call of something else")
        m.stack.append(maker.make(*arguments))

    newobj = reduce


tuple_ = tuple
setattr(_Steps, "global", lambda m, argument: _Steps.global_(m, tuple(argument.split(" ", 1))))


class _File:
    def __init__(self, path):
        with open(path, "rb") as source:
            data = source.read()
        try:
            content = _Machine().run(data)
            self.hive, self.readings, self.notes, self.faults, self.firmware = (
                content.pop(key) for key in ("hive", "readings", "notes", "faults", "firmware"))
            good = not content and self._good()
        except (ValueError, pickle.UnpicklingError):
            raise
        except Exception as trouble:
            raise ValueError("this is no file of a scale") from trouble
        if not good:
            raise ValueError("this is no file of a scale")

    def _good(self):
        naive = lambda time: type(time) is datetime.datetime and time.tzinfo is None
        return (type(self.hive) is str
                and type(self.readings) is list and all(
                    type(pair) is tuple and len(pair) == 2 and naive(pair[0]) and type(pair[1]) is decimal.Decimal
                    for pair in self.readings)
                and type(self.notes) is collections.OrderedDict and all(
                    naive(time) and type(text) is str for time, text in self.notes.items())
                and type(self.faults) is set
                and (self.firmware is None or type(self.firmware) is tuple and all(
                    type(number) is int for number in self.firmware)))


def daily_means(path):
    by_day = collections.defaultdict(list)
    for time, kilos in _File(path).readings:
        by_day[str(time.date())].append(kilos)
    return {day: f"{sum(kilos) / len(kilos):.2f}" for day, kilos in by_day.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _File(path).notes.items()]


def faulty(paths):
    return sorted({file.hive for file in map(_File, paths) if file.faults})
