import collections
import datetime
import decimal
import pickle
import pickletools

ALLOWED = {("datetime", "datetime"), ("decimal", "Decimal"), ("collections", "OrderedDict")}
STRINGS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE", "STRING", "BINSTRING", "SHORT_BINSTRING"}
FORBIDDEN = {"INST", "OBJ", "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "BUILD", "NEWOBJ_EX",
             "NEXT_BUFFER", "READONLY_BUFFER", "PUT", "BINPUT", "LONG_BINPUT", "GET"}


def _inspect(data):
    """Looks through the opcodes before anything is carried out."""
    memo, last, top = [], [], None
    for opcode, arg, _ in pickletools.genops(data):
        name = opcode.name
        if name in FORBIDDEN:
            raise ValueError(f"opcode {name}")
        if name == "MEMOIZE":
            memo.append(top)
            continue
        if name == "GLOBAL":
            pair = tuple(arg.split(" ", 1))
        elif name == "STACK_GLOBAL":
            pair = tuple(last[-2:])
        else:
            pair = None
        if pair is not None and pair not in ALLOWED:
            raise ValueError(f"the file names {pair}")
        top = None
        if name in STRINGS:
            top = arg
        elif name in ("BINGET", "LONG_BINGET"):
            top = memo[arg] if arg < len(memo) else None
        if top is not None:
            last.append(top)


def _load(path):
    with open(path, "rb") as file:
        data = file.read()
    _inspect(data)
    try:
        content = pickle.loads(data)
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        raise ValueError("damaged file") from error
    _check(content)
    return content


def _check(content):
    def is_(value, kind):
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return value
    is_(content, dict)
    if content.keys() != {"hive", "readings", "notes", "faults", "firmware"}:
        raise ValueError("keys")
    is_(content["hive"], str)
    for reading in is_(content["readings"], list):
        if len(is_(reading, tuple)) != 2:
            raise ValueError("reading")
        is_(reading[0], datetime.datetime)
        is_(reading[1], decimal.Decimal)
    for time, text in is_(content["notes"], collections.OrderedDict).items():
        is_(time, datetime.datetime)
        is_(text, str)
    for fault in is_(content["faults"], set):
        is_(fault, str)
    if content["firmware"] is not None:
        for number in is_(content["firmware"], tuple):
            is_(number, int)


def daily_means(path):
    sums = collections.defaultdict(lambda: [0, 0])
    for time, kilos in _load(path)["readings"]:
        entry = sums[time.strftime("%Y-%m-%d")]
        entry[0] += kilos
        entry[1] += 1
    return {day: format(total / count, ".2f") for day, (total, count) in sums.items()}


def notes(path):
    return [(time.isoformat(), text) for time, text in _load(path)["notes"].items()]


def faulty(paths):
    return sorted(c["hive"] for c in [_load(path) for path in paths] if c["faults"])
