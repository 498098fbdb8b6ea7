"""Evaluation of the scales' files. A file is looked through opcode by opcode before it is read: whatever
names anything but the three classes that the scales use is refused."""
import collections
import datetime
import decimal
import pickle
import pickletools

_ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}
_NEVER = {"EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "NEXT_BUFFER", "READONLY_BUFFER"}


def _inspect(data):
    pushed, memo = [], {}               # what the opcodes have pushed (strings; None for all else)
    for opcode, argument, _ in pickletools.genops(data):
        name = opcode.name
        if name in _NEVER:
            raise pickle.UnpicklingError(f"{name} in a scale's file")
        if name in ("GLOBAL", "INST"):
            wanted = tuple(argument.split(" ", 1))
        elif name == "STACK_GLOBAL":
            wanted = tuple(pushed[-2:])
        else:
            wanted = None
        if wanted is not None and wanted not in _ALLOWED:
            raise pickle.UnpicklingError(f"{wanted} in a scale's file")

        if name == "MEMOIZE":
            memo[len(memo)] = pushed[-1] if pushed else None
        elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
            memo[argument] = pushed[-1] if pushed else None
        elif name in ("GET", "BINGET", "LONG_BINGET"):
            pushed.append(memo.get(argument))
        elif name == "DUP":
            pushed.append(pushed[-1] if pushed else None)
        elif opcode.stack_after:
            pushed.append(argument if isinstance(argument, str) else None)


def _right(data):
    return (type(data) is dict and set(data) == {"hive", "readings", "notes", "faults", "firmware"}
            and type(data["hive"]) is str
            and type(data["readings"]) is list
            and all(type(r) is tuple and len(r) == 2 and _time(r[0]) and type(r[1]) is decimal.Decimal
                    for r in data["readings"])
            and type(data["notes"]) is collections.OrderedDict and not vars(data["notes"])
            and all(_time(time) and type(text) is str for time, text in data["notes"].items())
            and type(data["faults"]) is set and all(type(fault) is str for fault in data["faults"])
            and (data["firmware"] is None
                 or type(data["firmware"]) is tuple and all(type(part) is int for part in data["firmware"])))


def _time(value):
    return type(value) is datetime.datetime and value.tzinfo is None


def _read(path):
    with open(path, "rb") as file:
        content = file.read()
    _inspect(content)
    try:
        data = pickle.loads(content)
        right = _right(data)
    except Exception as error:
        raise pickle.UnpicklingError("not a scale's file") from error
    if not right:
        raise ValueError("not a scale's file")
    return data


def daily_means(path):
    days = {}
    for time, kilos in _read(path)["readings"]:
        days.setdefault(time.date().isoformat(), []).append(kilos)
    return {day: format(sum(values) / len(values), ".2f") for day, values in days.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _read(path)["notes"].items()]


def faulty(paths):
    return sorted({data["hive"] for data in map(_read, paths) if data["faults"]})
