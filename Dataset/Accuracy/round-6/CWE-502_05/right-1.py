import collections
import datetime
import decimal
import functools
import itertools
import logging
import pickle
from dataclasses import dataclass
from typing import Optional

log = logging.getLogger(__name__)


class _Reader(pickle.Unpickler):
    _classes = {
        ("datetime", "datetime"): datetime.datetime,
        ("decimal", "Decimal"): decimal.Decimal,
        ("collections", "OrderedDict"): collections.OrderedDict,
    }

    def find_class(self, module, name):
        try:
            return self._classes[module, name]
        except KeyError:
            log.warning("a file asked for %r of %r", name, module)
            raise pickle.UnpicklingError("a file may not name this") from None


def _pairs(items, first, second):
    for item in items:
        if type(item) is not tuple or [type(x) for x in item] != [first, second]:
            raise ValueError("wrong pair")


@dataclass
class File:
    hive: str
    readings: list
    notes: collections.OrderedDict
    faults: set
    firmware: Optional[tuple]

    def __post_init__(self):
        if (type(self.hive), type(self.readings), type(self.notes), type(self.faults)) != (
            str, list, collections.OrderedDict, set,
        ):
            raise ValueError("wrong type")
        if vars(self.notes):
            raise ValueError("notes with attributes")
        _pairs(self.readings, datetime.datetime, decimal.Decimal)
        _pairs(self.notes.items(), datetime.datetime, str)
        if {str}.union(map(type, self.faults)) != {str}:
            raise ValueError("wrong fault")
        if self.firmware is not None and (
            type(self.firmware) is not tuple or {int}.union(map(type, self.firmware)) != {int}
        ):
            raise ValueError("wrong firmware")

    @classmethod
    def read(cls, path):
        with open(path, "rb") as stream:
            try:
                content = _Reader(stream).load()
                if type(content) is not dict:
                    raise ValueError("no dictionary")
                return cls(**content)
            except (ValueError, pickle.UnpicklingError):
                raise
            except Exception as error:
                raise ValueError(f"{path}: not a file of a scale") from error


def _of_file(function):
    @functools.wraps(function)
    def wrapped(path):
        return function(File.read(path))
    return wrapped


@_of_file
def daily_means(file):
    def day(reading):
        return reading[0].date()

    means = {}
    for date, group in itertools.groupby(sorted(file.readings, key=day), day):
        kilos = [k for _, k in group]
        try:
            means[str(date)] = format(sum(kilos) / len(kilos), ".2f")
        except ArithmeticError as error:
            raise ValueError("readings without a mean") from error
    return means


@_of_file
def notes(file):
    return [(t.isoformat(), text) for t, text in file.notes.items()]


def faulty(paths):
    return sorted({f.hive for f in map(File.read, paths) if f.faults})
