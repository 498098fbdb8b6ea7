import ast
import builtins
import datetime
import decimal
import importlib
import math

_PLAIN = (type(None), bool, float, str, bytes)


def _write(value):
    """The value as a Python expression of literals, and calls of date, Decimal, float and set, in ASCII."""
    kind = type(value)
    if kind is int:
        return hex(value)
    if kind is float and not math.isfinite(value):
        return f"float({str(value)!r})"
    if kind in _PLAIN:
        return ascii(value)
    if kind is datetime.date:
        return f"date({value.isoformat()!r})"
    if kind is decimal.Decimal:
        return f"Decimal({str(value)!r})"
    if kind is list:
        return "[" + ",".join(map(_write, value)) + "]"
    if kind is tuple:
        return "(" + "".join(_write(item) + "," for item in value) + ")"
    if kind is set:
        return "{" + ",".join(map(_write, value)) + "}" if value else "set()"
    if kind is dict:
        return "{" + ",".join(f"{_write(k)}:{_write(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"cannot be sent: {kind.__name__}")


_CALLS = {"date": datetime.date.fromisoformat, "Decimal": decimal.Decimal, "float": float}


def _build(node):
    """The value of a node; nothing is evaluated, and all that is not listed here is refused."""
    if isinstance(node, ast.Constant) and type(node.value) in (*_PLAIN, int):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = node.operand
        if isinstance(inner, ast.Constant) and type(inner.value) in (int, float):
            return -inner.value
    elif isinstance(node, ast.List):
        return [_build(item) for item in node.elts]
    elif isinstance(node, ast.Tuple):
        return tuple(_build(item) for item in node.elts)
    elif isinstance(node, ast.Set):
        return {_build(item) for item in node.elts}
    elif isinstance(node, ast.Dict):
        return {_build(key): _build(value) for key, value in zip(node.keys, node.values)}
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        if node.func.id == "set" and not node.args:
            return set()
        if node.func.id in _CALLS and len(node.args) == 1:
            text = _build(node.args[0])
            if type(text) is str:
                return _CALLS[node.func.id](text)
    raise ValueError("something that is no value")


def _read(message):
    if not isinstance(message, bytes):
        raise ValueError("no message")
    try:
        return _build(ast.parse(message.decode("ascii"), mode="eval").body)
    except Exception as error:
        raise ValueError("no message") from error


def _builtin(name):
    found = vars(builtins).get(name)
    if isinstance(found, type) and issubclass(found, Exception):
        return found
    return None


class Office:
    def order(self, job, *values):
        return _write(("order", job, values)).encode("ascii")

    def value(self, answer):
        read = _read(answer)
        if type(read) is tuple and len(read) == 2 and read[0] == "value":
            return read[1]
        if type(read) is tuple and len(read) == 3 and read[0] == "error":
            _, name, text = read
            if type(name) is str and type(text) is str:
                kind = _builtin(name)
                if kind is None:
                    raise ValueError("no answer")
                try:
                    error = kind(text)
                except Exception:
                    raise ValueError("no answer") from None
                raise error
        raise ValueError("no answer")


class Computer:
    _jobs = {}

    def __init__(self, module):
        self._jobs.update(importlib.import_module(module).JOBS)

    def answer(self, message):
        read = _read(message)
        if not (type(read) is tuple and len(read) == 3 and read[0] == "order"):
            raise ValueError("no order")
        _, name, values = read
        if type(name) is not str or type(values) is not tuple or name not in self._jobs:
            raise ValueError("no order, or no such job")
        try:
            told = ("value", self._jobs[name](*values))
        except Exception as error:
            kind = type(error)
            known = kind.__name__ if _builtin(kind.__name__) is kind else "RuntimeError"
            told = ("error", known, str(error))
        return _write(told).encode("ascii")
