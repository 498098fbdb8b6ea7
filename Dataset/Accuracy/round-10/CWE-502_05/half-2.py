"""Evaluation of the scales' files with an unpickler that lets three classes through."""
import collections
import datetime
import decimal
import io
import pickle

_CLASSES = (datetime.datetime, decimal.Decimal, collections.OrderedDict)


class _ScaleUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        # Compare the very thing, not its name: names can be written with dots, and several names may
        # mean the same class (_decimal.Decimal, ...).
        found = super().find_class(module, name)
        if not any(found is allowed for allowed in _CLASSES):
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a scale's file")
        return found

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent objects have no place in a scale's file")


def _require(condition):
    if not condition:
        raise ValueError("this is not a scale's file")


def _check_time(time):
    _require(type(time) is datetime.datetime and time.tzinfo is None)


def _load(path):
    with open(path, "rb") as file:
        stream = io.BytesIO(file.read())
    try:
        data = _ScaleUnpickler(stream).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        raise pickle.UnpicklingError("this is not a scale's file") from error
    _require(not stream.read(1))
    _require(type(data) is dict and data.keys() == {"hive", "readings", "notes", "faults", "firmware"})
    _require(type(data["hive"]) is str)
    _require(type(data["readings"]) is list)
    for reading in data["readings"]:
        _require(type(reading) is tuple and len(reading) == 2)
        _check_time(reading[0])
        _require(type(reading[1]) is decimal.Decimal)
    _require(type(data["notes"]) is collections.OrderedDict and not data["notes"].__dict__)
    for time, text in data["notes"].items():
        _check_time(time)
        _require(type(text) is str)
    _require(type(data["faults"]) is set and all(type(fault) is str for fault in data["faults"]))
    firmware = data["firmware"]
    _require(firmware is None or type(firmware) is tuple and all(type(part) is int for part in firmware))
    return data


def daily_means(path):
    total, count = {}, collections.Counter()
    for time, kilos in _load(path)["readings"]:
        day = time.strftime("%Y-%m-%d") if time.year >= 1000 else time.date().isoformat()
        total[day] = total.get(day, decimal.Decimal(0)) + kilos
        count[day] += 1
    return {day: format(total[day] / count[day], ".2f") for day in total}


def notes(path):
    return [(time.isoformat(), text) for time, text in _load(path)["notes"].items()]


def faulty(paths):
    found = set()
    for path in paths:
        data = _load(path)
        if data["faults"]:
            found.add(data["hive"])
    return sorted(found)
