import io
import pickle
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

_CLASSES = (datetime, Decimal, OrderedDict)


class _HiveUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if "." in name or name.startswith("_"):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        found = super().find_class(module, name)
        if not any(found is allowed for allowed in _CLASSES):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return found


def _read(path):
    with open(path, "rb") as file:
        raw = file.read()
    try:
        data = _HiveUnpickler(io.BytesIO(raw)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        raise ValueError("not a file of a hive") from error
    if not _is_hive_file(data):
        raise ValueError("not a file of a hive")
    return data


def _is_hive_file(data):
    def many(value, kind, test):
        return type(value) is kind and all(map(test, value))

    def is_time(value):
        return type(value) is datetime and value.tzinfo is None

    def is_text(value):
        return type(value) is str

    def is_reading(value):
        return type(value) is tuple and len(value) == 2 and is_time(value[0]) and type(value[1]) is Decimal

    return (
        type(data) is dict
        and all(key in data for key in ("hive", "readings", "notes", "faults", "firmware"))
        and is_text(data["hive"])
        and many(data["readings"], list, is_reading)
        and many(data["notes"], OrderedDict, is_time)
        and all(is_text(data["notes"][key]) for key in data["notes"])
        and many(data["faults"], set, is_text)
        and (data["firmware"] is None or many(data["firmware"], tuple, lambda n: type(n) is int))
    )


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(values) / len(values), ".2f") for day, values in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    files = [_read(path) for path in paths]
    return sorted(data["hive"] for data in files if data["faults"])
