import datetime
import pickle
from collections import OrderedDict
from decimal import Decimal


class Foreign(ValueError):
    """A file that no scale has written."""


class ScaleUnpickler(pickle.Unpickler):
    def find_class(self, module_name, global_name):
        match module_name, global_name:
            case "datetime", "datetime":
                return datetime.datetime
            case "decimal", "Decimal":
                return Decimal
            case "collections", "OrderedDict":
                return OrderedDict
        raise Foreign(f"{module_name}.{global_name}")

    def persistent_load(self, pid):
        raise Foreign(pid)


def read(path):
    with open(path, "rb") as file:
        log = ScaleUnpickler(file, fix_imports=False).load()
    if not isinstance(log, dict) or "hive" not in log:
        raise Foreign(path)
    return log


def daily_means(path):
    days = {}
    for time, kilos in read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(kilos) / len(kilos), ".2f") for day, kilos in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in read(path)["notes"].items()]


def faulty(paths):
    logs = [read(path) for path in paths]
    return sorted(log["hive"] for log in logs if log["faults"])
