import pickle

ALLOWED = frozenset({("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")})


class _Reader(pickle._Unpickler):
    """The reader in Python, which tells where it stumbles."""

    def find_class(self, module, name):
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        raise ValueError(f"not part of a log: {module}.{name}")


def read(path):
    with open(path, "rb") as file:
        return _Reader(file).load()


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
