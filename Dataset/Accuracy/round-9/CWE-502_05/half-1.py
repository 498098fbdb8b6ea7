"""Evaluation of the hives' files."""

import pickle
import pickletools
from collections import OrderedDict
from datetime import datetime
from decimal import Decimal

ALLOWED = {
    ("datetime", "datetime"),
    ("decimal", "Decimal"),
    ("collections", "OrderedDict"),
}
STRINGS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE"}
NEVER = {"INST", "OBJ", "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "BUILD",
         "NEWOBJ", "NEWOBJ_EX"}


def _inspect(data):
    """Reads the program of a pickle without running it, and refuses what is not allowed."""
    strings = []           # those that were pushed, in their order, also from the memo
    memo = {}
    last = None
    for opcode, argument, _ in pickletools.genops(data):
        name = opcode.name
        if name in NEVER:
            raise ValueError(f"{name} does not belong into the file of a hive")
        if name == "GLOBAL":
            if tuple(argument.split(" ", 1)) not in ALLOWED:
                raise ValueError(f"{argument} is not allowed")
        elif name == "STACK_GLOBAL":
            if tuple(strings[-2:]) not in ALLOWED:
                raise ValueError(f"{strings[-2:]} is not allowed")

        if name == "MEMOIZE":
            memo[len(memo)] = last
        elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
            memo[argument] = last
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            last = memo[argument]
            if last is not None:
                strings.append(last)
        elif name in STRINGS:
            last = argument
            strings.append(argument)
        elif name not in ("PROTO", "FRAME"):
            last = None


def _check(hive):
    def is_(value, kind):
        return type(value) is kind

    good = (
        is_(hive, dict)
        and {"hive", "readings", "notes", "faults", "firmware"} <= hive.keys()
        and is_(hive["hive"], str)
        and is_(hive["readings"], list)
        and all(is_(r, tuple) and len(r) == 2 and is_(r[0], datetime) and is_(r[1], Decimal)
                for r in hive["readings"])
        and is_(hive["notes"], OrderedDict)
        and all(is_(k, datetime) and is_(v, str) for k, v in hive["notes"].items())
        and is_(hive["faults"], set)
        and all(is_(f, str) for f in hive["faults"])
        and (hive["firmware"] is None or is_(hive["firmware"], tuple))
    )
    if not good:
        raise ValueError("not the file of a hive")
    return hive


def _load(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        _inspect(data)
        return _check(pickle.loads(data))
    except (ValueError, pickle.UnpicklingError):
        raise
    except Exception as problem:
        raise ValueError("not the file of a hive") from problem


def daily_means(path):
    days = {}
    for time, kilos in _load(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(kilos) / len(kilos), ".2f") for day, kilos in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _load(path)["notes"].items()]


def faulty(paths):
    hives = [_load(path) for path in paths]
    return sorted({hive["hive"] for hive in hives if hive["faults"]})
