import pickle
import pickletools
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}


def _inspect(raw):
    """Go through the opcodes without running them, and refuse every name that is not allowed."""
    strings, memo, last = [], [], None
    for opcode, argument, _ in pickletools.genops(raw):
        name = opcode.name
        if "UNICODE" in name or "STRING" in name:
            last = argument
            strings.append(argument)
        elif name == "MEMOIZE":
            memo.append(last)
        elif name in ("BINGET", "LONG_BINGET"):
            last = memo[argument]
            if isinstance(last, str):
                strings.append(last)
        elif name in ("GLOBAL", "INST"):
            if tuple(argument.split(" ", 1)) not in ALLOWED:
                raise pickle.UnpicklingError(f"not allowed: {argument}")
        elif name == "STACK_GLOBAL":
            if tuple(strings[-2:]) not in ALLOWED:
                raise pickle.UnpicklingError(f"not allowed: {strings[-2:]}")
            last = None
        elif name.startswith("EXT") or "PERSID" in name or name in ("GET", "PUT", "BINPUT", "LONG_BINPUT"):
            raise pickle.UnpicklingError(f"not allowed: {name}")
        elif name not in ("PROTO", "FRAME"):
            last = None


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
