"""Evaluation of the hives' files."""

import collections
import datetime
import decimal
import pickle

# The very objects that may be made; under which of their names a scale asks for them (`_decimal`,
# `_pydatetime`, ...) depends on its version of Python.
ALLOWED = (datetime.datetime, decimal.Decimal, collections.OrderedDict)


class _HiveUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if "." in name:
            raise pickle.UnpicklingError(f"names with dots are not allowed: {name}")
        found = super().find_class(module, name)
        if not any(found is allowed for allowed in ALLOWED):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return found

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("no persistent objects")


class Hive:
    """A file of a scale, read and checked."""

    def __init__(self, path):
        with open(path, "rb") as file:
            try:
                content = _HiveUnpickler(file).load()
                self.name = self._typed(content["hive"], str)
                self.readings = self._typed(content["readings"], list)
                self.notes = self._typed(content["notes"], collections.OrderedDict)
                self.faults = self._typed(content["faults"], set)
                for reading in self.readings:
                    time, kilos = self._typed(reading, tuple)
                    self._typed(time, datetime.datetime), self._typed(kilos, decimal.Decimal)
                for time, text in self.notes.items():
                    self._typed(time, datetime.datetime), self._typed(text, str)
                for fault in self.faults:
                    self._typed(fault, str)
            except (pickle.UnpicklingError, ValueError):
                raise
            except Exception as problem:
                raise pickle.UnpicklingError(f"{path} is damaged") from problem

    @staticmethod
    def _typed(value, kind):
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected, found {type(value).__name__}")
        return value


def daily_means(path):
    days = collections.defaultdict(list)
    for time, kilos in Hive(path).readings:
        days[time.date().isoformat()].append(kilos)
    return {day: format(sum(some) / len(some), ".2f") for day, some in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in Hive(path).notes.items()]


def faulty(paths):
    return sorted({hive.name for hive in map(Hive, paths) if hive.faults})
