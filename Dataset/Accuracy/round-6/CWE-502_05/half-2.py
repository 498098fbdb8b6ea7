import pickle
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

CLASSES = (datetime, Decimal, OrderedDict)


class ScaleUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        # Compare the object itself: names can be written in more than one way.
        found = super().find_class(module, name)
        if not any(found is allowed for allowed in CLASSES):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return found

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent objects are not allowed")


def _checked(data):
    good = (
        isinstance(data, dict)
        and set(data) == {"hive", "readings", "notes", "faults", "firmware"}
        and isinstance(data["hive"], str)
        and type(data["readings"]) is list
        and all(isinstance(t, datetime) and isinstance(k, Decimal) for t, k in data["readings"])
        and type(data["notes"]) is OrderedDict
        and all(isinstance(t, datetime) and isinstance(s, str) for t, s in data["notes"].items())
        and type(data["faults"]) is set
        and all(isinstance(f, str) for f in data["faults"])
        and (data["firmware"] is None or type(data["firmware"]) is tuple)
    )
    if not good:
        raise ValueError("not a file of a scale")
    return data


def _read(path):
    with open(path, "rb") as file:
        try:
            return _checked(ScaleUnpickler(file).load())
        except (pickle.UnpicklingError, ValueError):
            raise
        except Exception as error:
            raise ValueError("not a file of a scale") from error


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(values) / len(values), ".2f") for day, values in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    return sorted({data["hive"] for data in map(_read, paths) if data["faults"]})
