import io
import logging
import pickle
import pickletools
from collections import OrderedDict, defaultdict
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from functools import singledispatch
from pathlib import Path

logger = logging.getLogger(__name__)

INSTRUCTIONS = frozenset("""
    PROTO FRAME STOP MARK MEMOIZE PUT BINPUT LONG_BINPUT GET BINGET LONG_BINGET
    NONE BININT BININT1 BININT2 LONG1 LONG4 INT LONG
    SHORT_BINUNICODE BINUNICODE BINUNICODE8 SHORT_BINBYTES
    EMPTY_LIST APPEND APPENDS EMPTY_TUPLE TUPLE1 TUPLE2 TUPLE3 TUPLE
    EMPTY_DICT SETITEM SETITEMS EMPTY_SET ADDITEMS STACK_GLOBAL REDUCE
""".split())


class _ThreeClasses(pickle.Unpickler):
    table = {f"{c.__module__} {c.__qualname__}": c for c in (datetime, Decimal, OrderedDict)}

    def find_class(self, module, name):
        try:
            return self.table[f"{module} {name}"]
        except KeyError:
            raise pickle.UnpicklingError(f"refused: {name!r} of {module!r}") from None


@dataclass(frozen=True)
class Log:
    hive: str
    readings: list
    notes: OrderedDict
    faults: set
    firmware: tuple

    def __post_init__(self):
        firmware = () if self.firmware is None else self.firmware
        match [self.hive, self.readings, self.notes, self.faults, firmware]:
            case [str(), list(), OrderedDict(), set(), tuple()]:
                pass
            case _:
                raise ValueError("a part is of the wrong type")
        times = [*self.notes]
        for reading in self.readings:
            if not isinstance(reading, tuple):
                raise ValueError("a reading is no tuple")
            time, kilos = reading
            times.append(time)
            _expect(Decimal, [kilos])
        _expect(datetime, times)
        _expect(str, self.faults)
        _expect(str, self.notes.values())
        _expect(int, firmware)

    @classmethod
    def of(cls, path):
        data = Path(path).read_bytes()
        try:
            for instruction, _, at in pickletools.genops(data):
                if instruction.name not in INSTRUCTIONS:
                    raise pickle.UnpicklingError(f"{instruction.name} at {at}")
            content = _ThreeClasses(io.BytesIO(data)).load()
            if type(content) is not dict or content.keys() != {f.name for f in fields(cls)}:
                raise ValueError("not a dictionary of a scale")
            return cls(**content)
        except pickle.UnpicklingError:
            logger.warning("%s: refused", path)
            raise
        except Exception as error:
            raise ValueError(f"{path} is not a file of a scale") from error


def _expect(kind, values):
    for value in values:
        if type(value) is not kind:
            raise ValueError(f"{value!r} is not of {kind}")


@singledispatch
def _text(value):
    raise TypeError(value)


@_text.register
def _(value: datetime):
    return value.isoformat()


@_text.register
def _(value: Decimal):
    return format(value, ".2f")


def daily_means(path):
    days = defaultdict(list)
    for time, kilos in Log.of(path).readings:
        days[time.date().isoformat()].append(kilos)
    return {day: _text(sum(kilos) / len(kilos)) for day, kilos in days.items()}


def notes(path):
    return [(_text(time), note) for time, note in Log.of(path).notes.items()]


def faulty(paths):
    return sorted({log.hive for log in map(Log.of, paths) if log.faults})
