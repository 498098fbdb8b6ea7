"""Orders and answers between the office and its computers.

A message is a Python literal in ASCII, which ast.literal_eval reads without running anything.
Simple values stand for themselves, all others are tuples (kind, content).
"""
import ast
import builtins
import datetime
import decimal
import importlib
import math

_DEPTH = 40


def _pack(value):
    kind = type(value)
    if value is None or kind in (bool, str, bytes):
        return value
    if kind is int:
        return value if value.bit_length() < 2000 else ("int", hex(value))
    if kind is float:
        return value if math.isfinite(value) else ("float", repr(value))
    if kind is datetime.date:
        return ("date", value.isoformat())
    if kind is decimal.Decimal:
        return ("decimal", str(value))
    if kind in (list, tuple, set):
        return (kind.__name__, [_pack(item) for item in value])
    if kind is dict:
        return ("dict", [(_pack(key), _pack(item)) for key, item in value.items()])
    raise TypeError(f"values of the type {kind.__name__} cannot be sent")


def _text(content):
    if type(content) is not str:
        raise ValueError("no text")
    return content


def _items(content, depth):
    if type(content) is not list:
        raise ValueError("no items")
    return [_unpack(item, depth + 1) for item in content]


def _unpack(node, depth=0):
    if depth > _DEPTH:
        raise ValueError("too deep")
    if type(node) in (list, dict, set):
        raise ValueError("a container without its kind")
    if type(node) is not tuple:
        return node                     # a simple value
    kind, content = node
    if kind == "int":
        return int(_text(content), 16)
    if kind == "float":
        return float(_text(content))
    if kind == "date":
        return datetime.date.fromisoformat(_text(content))
    if kind == "decimal":
        return decimal.Decimal(_text(content))
    if kind == "list":
        return _items(content, depth)
    if kind == "tuple":
        return tuple(_items(content, depth))
    if kind == "set":
        return set(_items(content, depth))
    if kind == "dict":
        if type(content) is not list:
            raise ValueError("no items")
        return {_unpack(key, depth + 1): _unpack(item, depth + 1) for key, item in content}
    raise ValueError("unknown kind")


def _write(*parts):
    return ascii(parts).encode("ascii")


def _read(message, first):
    """The parts of a message behind its first one."""
    try:
        parts = ast.literal_eval(message.decode("ascii"))
        if type(parts) is not tuple or len(parts) != 3 or parts[0] not in first:
            raise ValueError("wrong parts")
        return parts[0], _text(parts[1]), _unpack(parts[2])
    except Exception as error:
        raise ValueError(f"this is no message: {type(error).__name__}") from None


class Office:
    def order(self, job, *values):
        return _write("order", job, _pack(list(values)))

    def value(self, answer):
        first, name, value = _read(answer, ("value", "error"))
        if first == "value":
            if name:
                raise ValueError("this is no answer")
            return value
        if type(value) is not str:
            raise ValueError("this is no answer")
        kind = vars(builtins).get(name)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            if name:
                raise ValueError("this is no answer")
            kind = RuntimeError
        try:
            error = kind(value)
        except Exception:
            raise ValueError("this is no answer") from None
        raise error


class Computer:
    def __init__(self, module):
        self._jobs = importlib.import_module(module).JOBS

    def answer(self, message):
        _, name, values = _read(message, ("order",))
        if type(values) is not list or name not in self._jobs:
            raise ValueError("this is no order for a job")
        try:
            return _write("value", "", _pack(self._jobs[name](*values)))
        except Exception as error:
            kind = type(error)
            known = vars(builtins).get(kind.__name__) is kind
            return _write("error", kind.__name__ if known else "", str(error))
