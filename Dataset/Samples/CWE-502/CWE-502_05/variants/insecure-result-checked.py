import pickle


def read(path):
    with open(path, "rb") as file:
        log = pickle.load(file)
    if type(log) is not dict or set(log) != {"hive", "readings", "notes", "faults", "firmware"}:
        raise ValueError(f"{path} is not the log of a scale")
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
