import pickle
from collections import OrderedDict, defaultdict
from datetime import datetime
from decimal import Decimal
from statistics import mean


class HiveUnpickler(pickle.Unpickler):
    """Only the three classes that the scales write; compared as objects, not by their names."""

    SAFE = (datetime, Decimal, OrderedDict)

    def find_class(self, module, name):
        found = super().find_class(module, name)
        if any(found is cls for cls in self.SAFE):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a hive's file")


def _is_hive(h):
    try:
        return (type(h) is dict and len(h) == 5 and type(h["hive"]) is str
                and type(h["readings"]) is list
                and all(type(r) is tuple and len(r) == 2 and type(r[0]) is datetime and type(r[1]) is Decimal
                        for r in h["readings"])
                and type(h["notes"]) is OrderedDict
                and all(type(t) is datetime and type(n) is str for t, n in h["notes"].items())
                and type(h["faults"]) is set and all(type(f) is str for f in h["faults"])
                and (h["firmware"] is None
                     or type(h["firmware"]) is tuple and all(type(n) is int for n in h["firmware"])))
    except KeyError:
        return False


def _hive(path):
    with open(path, "rb") as f:
        try:
            h = HiveUnpickler(f).load()
        except pickle.UnpicklingError:
            raise
        except Exception as e:
            raise pickle.UnpicklingError(f"{path}: {e}") from e
        if f.read(1) or not _is_hive(h):
            raise ValueError(f"{path} is not the file of a scale")
    return h


def daily_means(path):
    days = defaultdict(list)
    for time, kilos in _hive(path)["readings"]:
        days[str(time.date())].append(kilos)
    return {day: f"{mean(values):.2f}" for day, values in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _hive(path)["notes"].items()]


def faulty(paths):
    hives = (_hive(path) for path in paths)
    return sorted(h["hive"] for h in hives if h["faults"])
