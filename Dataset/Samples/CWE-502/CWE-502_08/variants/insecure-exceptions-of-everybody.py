"""Orders and answers of the boatyard, as JSON in which every value is a pair of its type and its content."""
import builtins
import importlib
import json
from datetime import date
from decimal import Decimal, InvalidOperation

DEEPEST = 24


# -- values ---------------------------------------------------------------
def pack(value):
    kind = type(value)
    if value is None:
        return ["none", None]
    if kind in (bool, str):
        return [kind.__name__, _text(value) if kind is str else value]
    if kind is int:
        return ["int", hex(value)]
    if kind is float:
        return ["float", value.hex()]
    if kind is bytes:
        return ["bytes", value.hex()]
    if kind is date:
        return ["date", value.isoformat()]
    if kind is Decimal:
        return ["decimal", str(value)]
    if kind in (list, tuple, set):
        return [kind.__name__, [pack(item) for item in value]]
    if kind is dict:
        return ["dict", [[pack(key), pack(item)] for key, item in value.items()]]
    raise TypeError(f"{kind.__name__} cannot be sent")


def _text(text):
    return text.encode("utf-8", "surrogatepass").hex()


def _untext(content):
    return bytes.fromhex(content).decode("utf-8", "surrogatepass")


def _truth(content):
    if content is not True and content is not False:
        raise ValueError("neither true nor false")
    return content


SIMPLE = {
    "str": _untext,
    "int": lambda content: int(content, 16),
    "float": float.fromhex,
    "bytes": bytes.fromhex,
    "date": date.fromisoformat,
    "decimal": Decimal,
}


def unpack(packed, depth=0):
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    kind, content = packed
    if kind == "none":
        return None
    if kind == "bool":
        return _truth(content)
    if kind in SIMPLE:
        if not isinstance(content, str):
            raise ValueError("not a text")
        return SIMPLE[kind](content)
    if not isinstance(content, list):
        raise ValueError("not a list")
    if kind == "list":
        return [unpack(item, depth + 1) for item in content]
    if kind == "tuple":
        return tuple([unpack(item, depth + 1) for item in content])
    if kind == "set":
        return {unpack(item, depth + 1) for item in content}
    if kind == "dict":
        return {unpack(key, depth + 1): unpack(item, depth + 1) for key, item in content}
    raise ValueError("no such type")


def read(message, kinds):
    """What kind of message it is, with its two parts: a text and a value."""
    try:
        kind, name, packed = json.loads(bytes(message).decode("ascii"))
        if kind not in kinds or not isinstance(name, str):
            raise ValueError("another kind of message")
        return kind, _untext(name), unpack(packed)
    except (ValueError, TypeError, RecursionError, OverflowError, InvalidOperation) as error:
        raise ValueError("these bytes are no such message") from error


def write(kind, name, value):
    return json.dumps([kind, _text(name), pack(value)]).encode("ascii")


# -- exceptions -----------------------------------------------------------
def _descendants(base):
    for cls in base.__subclasses__():
        yield cls
        yield from _descendants(cls)


# Only what derives from Exception: neither SystemExit nor any function can be named.
EXCEPTIONS = {}
for _cls in (Exception, *_descendants(Exception)):
    EXCEPTIONS.setdefault(_cls.__name__, _cls)


class Office:
    def order(self, job, *values):
        return write("order", job, list(values))

    def value(self, answer):
        kind, name, value = read(answer, ("done", "failed"))
        if kind == "done":
            return value
        if name not in EXCEPTIONS or not isinstance(value, str):
            raise ValueError("these bytes are no answer")
        try:
            error = EXCEPTIONS[name](value)
        except TypeError:
            raise ValueError("this exception is not made of a text") from None
        raise error


class Computer:
    def __init__(self, module):
        self._jobs = importlib.import_module(module).JOBS

    def answer(self, message):
        _, job, values = read(message, ("order",))
        if not isinstance(values, list) or job not in self._jobs:
            raise ValueError("no such job")
        try:
            result = self._jobs[job](*values)
        except Exception as error:
            cls = type(error)
            known = getattr(builtins, cls.__name__, None) is cls
            return write("failed", cls.__name__ if known else "RuntimeError", str(error))
        return write("done", "", result)
