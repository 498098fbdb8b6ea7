"""Evaluation of the hives.  The unpickler finds nothing but three objects in a table."""

import pickle
from collections import OrderedDict as Ordered
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import groupby

_TABLE = {"datetime": {"datetime": datetime},
          "decimal": {"Decimal": Decimal},
          "collections": {"OrderedDict": Ordered}}


class Refused(pickle.UnpicklingError, ValueError):
    """This file does not come from a scale."""


class _Reader(pickle._Unpickler):          # the one written in Python: its steps can be overridden
    dispatch = {
        code: step for code, step in pickle._Unpickler.dispatch.items()
        if bytes([code]) not in (
            pickle.INST + pickle.OBJ, pickle.INST, pickle.OBJ, pickle.BUILD, pickle.NEWOBJ,
            pickle.NEWOBJ_EX, pickle.EXT1, pickle.EXT2, pickle.EXT4, pickle.PERSID,
            pickle.BINPERSID, pickle.NEXT_BUFFER, pickle.READONLY_BUFFER)
    }

    def find_class(self, module, name):
        match _TABLE.get(module):
            case dict(names) if name in names:
                return names[name]
        raise Refused(f"{module!a} {name!a}")


@dataclass(frozen=True)
class _File:
    hive: str
    readings: list
    notes: Ordered
    faults: set
    firmware: object

    @classmethod
    def open(cls, path):
        with open(path, "rb") as stream:
            raw = BytesIO(stream.read())
        try:
            match _Reader(raw).load():
                case {"hive": a, "readings": b, "notes": c, "faults": d, "firmware": e}:
                    return cls(a, b, c, d, e)
        except Refused:
            raise
        except Exception as problem:
            raise Refused(path) from problem
        raise Refused(path)

    def __post_init__(self):
        wanted = [(self.hive, str), (self.readings, list), (self.notes, Ordered), (self.faults, set)]
        wanted += [(reading, tuple) for reading in self.readings]
        wanted += [pair for time, kilos in self.readings
                   for pair in ((time, datetime), (kilos, Decimal))]
        wanted += [pair for time, text in self.notes.items()
                   for pair in ((time, datetime), (text, str))]
        wanted += [(fault, str) for fault in self.faults]
        wanted += [] if self.firmware is None else [(self.firmware, tuple)]
        wanted += [(number, int) for number in self.firmware or ()]
        for value, kind in wanted:
            if value.__class__ is not kind:
                raise Refused(f"{kind} expected")


def daily_means(path):
    by_day = sorted(_File.open(path).readings, key=lambda reading: reading[0].toordinal())
    result = {}
    for ordinal, group in groupby(by_day, key=lambda reading: reading[0].toordinal()):
        kilos = [weight for _, weight in group]
        day = datetime.fromordinal(ordinal).date().isoformat()
        result[day] = f"{sum(kilos) / len(kilos):.2f}"
    return result


def notes(path):
    return list(zip(map(datetime.isoformat, (n := _File.open(path).notes)), n.values()))


def faulty(paths):
    files = [_File.open(path) for path in paths]
    return sorted(set(file.hive for file in files if file.faults))
