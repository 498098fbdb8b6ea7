import pickle
import pickletools

KINDS = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}


def check(data):
    """Goes through the pickle without loading it."""
    texts = []
    for opcode, argument, _ in pickletools.genops(data):
        if opcode.name == "GLOBAL":
            raise ValueError("protocol 4 has no such opcode")
        if opcode.name == "STACK_GLOBAL" and tuple(texts[-2:]) not in KINDS:
            raise ValueError(f"a log does not hold {texts[-2:]}")
        if isinstance(argument, str):
            texts.append(argument)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    check(data)
    return pickle.loads(data)


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
