import io
import pickle
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal
from _codecs import encode

# what the pickler needs for the types of the files; encode is how it writes bytes
ALLOWED = {
    ("datetime", "datetime"): datetime,
    ("decimal", "Decimal"): Decimal,
    ("collections", "OrderedDict"): OrderedDict,
    ("_codecs", "encode"): encode,
}


class _Reader(pickle.Unpickler):
    def find_class(self, module, name):
        try:
            return ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed") from None


def _read(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        hive = _Reader(io.BytesIO(data)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        raise ValueError("no file of a scale") from error
    if (type(hive) is not dict or set(hive) != {"hive", "readings", "notes", "faults", "firmware"}
            or type(hive["hive"]) is not str
            or type(hive["readings"]) is not list
            or not all(type(r) is tuple and [type(x) for x in r] == [datetime, Decimal] for r in hive["readings"])
            or type(hive["notes"]) is not OrderedDict
            or not all(type(t) is datetime and type(n) is str for t, n in hive["notes"].items())
            or type(hive["faults"]) is not set or not all(type(f) is str for f in hive["faults"])
            or not (hive["firmware"] is None or type(hive["firmware"]) is tuple
                    and all(type(n) is int for n in hive["firmware"]))):
        raise ValueError("no file of a scale")
    return hive


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(k) / len(k), ".2f") for day, k in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    return sorted(hive["hive"] for hive in map(_read, paths) if hive["faults"])
