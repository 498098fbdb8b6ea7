import datetime
import decimal
import pickle
from collections import OrderedDict
from statistics import mean

KINDS = {
    "datetime datetime": datetime.datetime,
    "decimal Decimal": decimal.Decimal,
    "collections OrderedDict": OrderedDict,
}


class Log:
    """What one scale has measured."""

    def __init__(self, path):
        reader = type("Reader", (pickle.Unpickler,), {"find_class": self._kind})
        with open(path, "rb") as file:
            content = reader(file).load()
        self.hive, self.readings, self.notes = content["hive"], content["readings"], content["notes"]
        self.faults = content["faults"]

    @staticmethod
    def _kind(*names):
        # Called as a function of the class, with the module and the name last.
        *_, module, name = names
        if f"{module} {name}" not in KINDS:
            raise pickle.UnpicklingError(f"{module}.{name} in a log")
        return KINDS[f"{module} {name}"]


def daily_means(path):
    days = OrderedDict()
    for time, kilos in Log(path).readings:
        days[f"{time:%Y-%m-%d}"] = [*days.get(f"{time:%Y-%m-%d}", []), kilos]
    return {day: f"{mean(kilos):.2f}" for day, kilos in days.items()}


def notes(path):
    return [(str(time).replace(" ", "T"), text) for time, text in Log(path).notes.items()]


def faulty(paths):
    return sorted(log.hive for log in map(Log, paths) if len(log.faults) > 0)
