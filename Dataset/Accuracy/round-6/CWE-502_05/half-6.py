import pickle
import pickletools
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}
STRINGS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE", "STRING", "BINSTRING", "SHORT_BINSTRING"}
GETS = {"BINGET", "LONG_BINGET", "GET"}
PUTS = {"BINPUT", "LONG_BINPUT", "PUT", "MEMOIZE"}
REFUSED = {"EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "BUILD"}


def _check(data):
    """Looks through the program before anything of it runs."""
    strings, memo, last = [], {}, None
    for opcode, arg, _ in pickletools.genops(data):
        name = opcode.name
        wanted = None
        if name in STRINGS:
            strings.append(arg)
            last = arg
        elif name in PUTS:
            memo[len(memo) if arg is None else int(arg)] = last
            continue
        elif name in GETS:
            last = memo.get(int(arg))
            if last is not None:
                strings.append(last)
        else:
            last = None
            if name in REFUSED:
                raise pickle.UnpicklingError(f"{name} is not allowed")
            if name == "STACK_GLOBAL":
                wanted = tuple(strings[-2:])
            elif name in ("GLOBAL", "INST"):
                wanted = tuple(arg.split(" "))
        if wanted is not None and wanted not in ALLOWED:
            raise pickle.UnpicklingError(f"{wanted} is not allowed")


def _load(file):
    data = file.read()
    _check(data)
    return pickle.loads(data)


def _is(value, kind):
    return type(value) is kind


def _valid(data):
    return (
        _is(data, dict)
        and set(data) == {"hive", "readings", "notes", "faults", "firmware"}
        and _is(data["hive"], str)
        and _is(data["readings"], list)
        and all(_is(r, tuple) and [type(v) for v in r] == [datetime, Decimal] for r in data["readings"])
        and _is(data["notes"], OrderedDict)
        and all(_is(k, datetime) and _is(v, str) for k, v in data["notes"].items())
        and _is(data["faults"], set)
        and all(_is(f, str) for f in data["faults"])
        and (data["firmware"] is None or _is(data["firmware"], tuple) and all(_is(n, int) for n in data["firmware"]))
    )


def _read(path):
    try:
        with open(path, "rb") as file:
            data = _load(file)
        valid = _valid(data)
    except OSError:
        raise
    except Exception as error:
        raise ValueError(f"not the file of a scale: {path}") from error
    if not valid:
        raise ValueError(f"not the file of a scale: {path}")
    return data


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(kilos) / len(kilos), ".2f") for day, kilos in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    return sorted({data["hive"] for data in map(_read, paths) if data["faults"]})
