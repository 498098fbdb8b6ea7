"""Orders and answers between the office and its computers.

A message is JSON; each value is a list [kind, content].
"""
import base64
import builtins
import datetime
import decimal
import importlib
import json

_DEPTH = 40

# The exceptions that an answer can bring. Those that end a program are not for jobs.
_ENDING = (SystemExit, KeyboardInterrupt, GeneratorExit)
_ERRORS = {name: kind for name, kind in vars(builtins).items()
           if isinstance(kind, type) and issubclass(kind, BaseException) and not issubclass(kind, _ENDING)}


def _pack(value):
    kind = type(value)
    if value is None:
        return ["none", ""]
    if kind is bool:
        return ["bool", "1" if value else "0"]
    if kind is int:
        return ["int", hex(value)]
    if kind is float:
        return ["float", repr(value)]
    if kind is str:
        return ["str", value]
    if kind is bytes:
        return ["bytes", base64.b64encode(value).decode("ascii")]
    if kind is datetime.date:
        return ["date", value.isoformat()]
    if kind is decimal.Decimal:
        return ["decimal", str(value)]
    if kind in (list, tuple, set):
        return [kind.__name__, [_pack(item) for item in value]]
    if kind is dict:
        return ["dict", [[_pack(key), _pack(item)] for key, item in value.items()]]
    raise TypeError(f"values of the type {kind.__name__} cannot be sent")


_SIMPLE = {
    "none": lambda text: None,
    "bool": lambda text: text == "1",
    "int": lambda text: int(text, 16),
    "float": float,
    "str": str,
    "bytes": lambda text: base64.b64decode(text, validate=True),
    "date": datetime.date.fromisoformat,
    "decimal": decimal.Decimal,
}
_MANY = {"list": list, "tuple": tuple, "set": set}


def _unpack(node, depth=0):
    if depth > _DEPTH:
        raise ValueError("too deep")
    kind, content = node
    if kind in _SIMPLE:
        if type(content) is not str:
            raise ValueError("no text")
        return _SIMPLE[kind](content)
    if type(content) is not list:
        raise ValueError("no items")
    if kind in _MANY:
        return _MANY[kind]([_unpack(item, depth + 1) for item in content])
    if kind == "dict":
        return {_unpack(key, depth + 1): _unpack(item, depth + 1) for key, item in content}
    raise ValueError("unknown kind")


def _write(kind, name, value):
    return json.dumps({"kind": kind, "name": name, "value": _pack(value)}).encode("ascii")


def _read(message, kinds):
    try:
        node = json.loads(message.decode("ascii"))
        if type(node) is not dict or set(node) != {"kind", "name", "value"}:
            raise ValueError("wrong parts")
        if node["kind"] not in kinds or type(node["name"]) is not str:
            raise ValueError("wrong parts")
        return node["kind"], node["name"], _unpack(node["value"])
    except Exception as error:
        raise ValueError(f"this is no message: {type(error).__name__}") from None


class Office:
    def order(self, job, *values):
        return _write("order", job, list(values))

    def value(self, answer):
        kind, name, value = _read(answer, ("value", "error"))
        if kind == "value":
            return value
        if type(value) is not str or name not in _ERRORS:
            raise ValueError("this is no answer")
        try:
            error = _ERRORS[name](value)
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
            return _write("value", "", self._jobs[name](*values))
        except Exception as error:
            kind = type(error)
            known = _ERRORS.get(kind.__name__) is kind
            return _write("error", kind.__name__ if known else "RuntimeError", str(error))
