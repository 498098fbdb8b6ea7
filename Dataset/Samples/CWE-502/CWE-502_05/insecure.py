import pickle


def read(path):
    with open(path, "rb") as file:
        return pickle.load(file)


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
