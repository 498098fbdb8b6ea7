import pickle
import pickletools
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

_ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}
_FORBIDDEN = {"GLOBAL", "INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "BUILD", "EXT1", "EXT2", "EXT4",
              "PERSID", "BINPERSID", "PUT", "BINPUT", "LONG_BINPUT", "GET", "NEXT_BUFFER",
              "READONLY_BUFFER", "STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE"}
_TEXTS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"}


def _check(raw):
    """Goes through the pickle without running it, and looks at each name that it asks for."""
    memo, texts, last = [], [], None
    for op, arg, _ in pickletools.genops(raw):
        if op.name in _FORBIDDEN:
            raise pickle.UnpicklingError(f"{op.name} is not allowed")
        if op.name == "MEMOIZE":
            memo.append(last)
            continue
        last = None
        if op.name in _TEXTS:
            last = arg
        elif op.name in ("BINGET", "LONG_BINGET"):
            last = memo[arg]
        if last is not None:
            texts.append(last)
        if op.name == "STACK_GLOBAL" and tuple(texts[-2:]) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{texts[-2:]} is not allowed")


def _read(path):
    with open(path, "rb") as file:
        raw = file.read()
    try:
        _check(raw)
        data = pickle.loads(raw)
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        raise ValueError("not a file of a hive") from error
    if not _is_hive_file(data):
        raise ValueError("not a file of a hive")
    return data


def _is_hive_file(data):
    def many(value, kind, test):
        return type(value) is kind and all(map(test, value))

    def is_time(value):
        return type(value) is datetime and value.tzinfo is None

    def is_text(value):
        return type(value) is str

    def is_reading(value):
        return type(value) is tuple and len(value) == 2 and is_time(value[0]) and type(value[1]) is Decimal

    return (
        type(data) is dict
        and all(key in data for key in ("hive", "readings", "notes", "faults", "firmware"))
        and is_text(data["hive"])
        and many(data["readings"], list, is_reading)
        and many(data["notes"], OrderedDict, is_time)
        and all(is_text(data["notes"][key]) for key in data["notes"])
        and many(data["faults"], set, is_text)
        and (data["firmware"] is None or many(data["firmware"], tuple, lambda n: type(n) is int))
    )


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(values) / len(values), ".2f") for day, values in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    files = [_read(path) for path in paths]
    return sorted(data["hive"] for data in files if data["faults"])
