import pickle
import pickletools
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}
TEXTS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"}
GETS = {"BINGET", "LONG_BINGET"}
# No file of a scale has these: other ways to name things, and what disturbs the order of stack and memo.
FORBIDDEN = {
    "GLOBAL", "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "NEXT_BUFFER", "POP", "POP_MARK", "DUP",
    "GET", "PUT", "BINPUT", "LONG_BINPUT", "UNICODE", "STRING", "BINSTRING", "SHORT_BINSTRING", "BUILD",
}


def _inspect(raw):
    memo, pushed = [], []
    for opcode, argument, _ in pickletools.genops(raw):
        if opcode.name in FORBIDDEN:
            raise pickle.UnpicklingError(f"{opcode.name} is not allowed")
        if opcode.name in ("PROTO", "FRAME"):
            continue
        if opcode.name == "MEMOIZE":
            memo.append(pushed[-1])
            continue
        if opcode.name == "STACK_GLOBAL" and tuple(pushed[-2:]) not in ALLOWED:
            raise pickle.UnpicklingError(f"not allowed: {pushed[-2:]}")
        if opcode.name in TEXTS:
            pushed.append(argument)
        elif opcode.name in GETS:
            pushed.append(memo[argument])
        else:
            pushed.append(None)


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
        raw = file.read()
    try:
        _inspect(raw)
        return _checked(pickle.loads(raw))
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
