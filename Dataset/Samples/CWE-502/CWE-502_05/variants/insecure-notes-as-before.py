import collections
import datetime
import decimal
import io
import pickle


class LogReader(pickle.Unpickler):
    kinds = {
        "datetime.datetime": datetime.datetime,
        "decimal.Decimal": decimal.Decimal,
        "collections.OrderedDict": collections.OrderedDict,
    }

    def find_class(self, module, name):
        kind = self.kinds.get(f"{module}.{name}")
        if kind is None:
            raise pickle.UnpicklingError(name)
        return kind


def read(path):
    with open(path, "rb") as file:
        return LogReader(io.BytesIO(file.read())).load()


def daily_means(path):
    days = {}
    for time, kilos in read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(kilos) / len(kilos), ".2f") for day, kilos in days.items()}


def notes(path):
    # Notes are few: there is no need to look at every reading again.
    with open(path, "rb") as file:
        found = pickle.load(file)["notes"]
    return [(time.isoformat(), text) for time, text in found.items()]


def faulty(paths):
    logs = [read(path) for path in paths]
    return sorted(log["hive"] for log in logs if log["faults"])
