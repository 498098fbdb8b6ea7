"""Orders and answers as text that reads like Python, but is only ever taken apart, never run."""
import ast
import builtins
import importlib
from datetime import date
from decimal import Decimal


def _write(value):
    kind = type(value)
    if value is None or kind is bool:
        return repr(value)
    if kind is int:
        return hex(value)
    if kind is float:
        return f"float({value.hex()!r})"
    if kind in (str, bytes):
        return ascii(value)
    if kind is date:
        return f"date({value.isoformat()!r})"
    if kind is Decimal:
        return f"Decimal({str(value)!r})"
    if kind is list:
        return "[" + ", ".join(map(_write, value)) + "]"
    if kind is tuple:
        return "(" + "".join(_write(item) + "," for item in value) + ")"
    if kind is set:
        return "{" + ", ".join(map(_write, value)) + "}" if value else "set('')"
    if kind is dict:
        return "{" + ", ".join(f"{_write(k)}: {_write(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"cannot send {kind.__name__}")


# What may be called in a message, each with one text.
_CALLS = {"float": float.fromhex, "date": date.fromisoformat, "Decimal": Decimal, "set": set}


def _build(node):
    match node:
        case ast.Constant(value=value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) \
                if type(value) is int:
            return -value
        case ast.List(elts=items):
            return [_build(item) for item in items]
        case ast.Tuple(elts=items):
            return tuple(_build(item) for item in items)
        case ast.Set(elts=items):
            return {_build(item) for item in items}
        case ast.Dict(keys=keys, values=values) if None not in keys:
            return {_build(key): _build(item) for key, item in zip(keys, values)}
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as text)],
                      keywords=[]) if name in _CALLS and (name != "set" or not text):
            return _CALLS[name](text)
    raise ValueError("not a message")


def _read(message, head, length):
    try:
        parts = _build(ast.parse(bytes(message).decode("ascii"), mode="eval").body)
    except Exception:
        raise ValueError("not a message") from None
    if type(parts) is not tuple or len(parts) != length or parts[0] not in head:
        raise ValueError("not a message")
    return parts


def _exception(name):
    kind = getattr(builtins, name, None)
    return kind if isinstance(kind, type) and issubclass(kind, Exception) else None


class Office:
    def order(self, job, *values):
        return _write(("order", job, list(values))).encode("ascii")

    def value(self, answer):
        head, first, second = _read(answer, ("value", "error"), 3)
        if head == "value":
            return first
        if type(first) is not str or type(second) is not str or not _exception(first):
            raise ValueError("not an answer")
        try:
            error = _exception(first)(second)
        except TypeError:
            error = RuntimeError(second)
        raise error


class Computer:
    def __init__(self, module):
        self._jobs = importlib.import_module(module).JOBS

    def answer(self, message):
        _, job, values = _read(message, ("order",), 3)
        if type(job) is not str or type(values) is not list or job not in self._jobs:
            raise ValueError("no such job")
        try:
            value = self._jobs[job](*values)
        except Exception as error:
            kind = type(error)
            name = kind.__name__ if _exception(kind.__name__) is kind else "RuntimeError"
            return _write(("error", name, str(error))).encode("ascii")
        return _write(("value", value, None)).encode("ascii")
