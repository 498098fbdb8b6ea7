import builtins
import importlib
import json
from base64 import b64decode, b64encode
from datetime import date
from decimal import Decimal, InvalidOperation


def encode(value):
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return {"int": format(value, "x")}
    if kind is float:
        return {"float": value.hex()}
    if kind is bytes:
        return {"bytes": b64encode(value).decode("ascii")}
    if kind is date:
        return {"date": value.isoformat()}
    if kind is Decimal:
        return {"Decimal": str(value)}
    if kind in (list, tuple, set):
        return {kind.__name__: [encode(item) for item in value]}
    if kind is dict:
        return {"dict": [[encode(key), encode(item)] for key, item in value.items()]}
    raise TypeError("not a value that can be sent: " + kind.__name__)


def decode(data):
    if data is None or isinstance(data, (bool, str)):
        return data
    if not isinstance(data, dict) or len(data) != 1:
        raise ValueError("not a value")
    (kind, content), = data.items()
    if kind in ("list", "tuple", "set", "dict"):
        if not isinstance(content, list):
            raise ValueError("not a list")
        if kind == "dict":
            return {decode(key): decode(item) for key, item in content}
        items = [decode(item) for item in content]
        return items if kind == "list" else tuple(items) if kind == "tuple" else set(items)
    if not isinstance(content, str):
        raise ValueError("not a text")
    if kind == "int":
        return int(content, 16)
    if kind == "float":
        return float.fromhex(content)
    if kind == "bytes":
        return b64decode(content, validate=True)
    if kind == "date":
        return date.fromisoformat(content)
    if kind == "Decimal":
        return Decimal(content)
    raise ValueError("unknown kind of value")


def load(message, *fields):
    try:
        data = json.loads(bytes(message).decode("ascii"))
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError("no message") from error
    if not isinstance(data, dict) or set(data) != set(fields):
        return None
    return [data[field] for field in fields]


def checked(data):
    try:
        return decode(data)
    except (ValueError, TypeError, OverflowError, InvalidOperation, RecursionError) as error:
        raise ValueError("no value") from error


def exceptions(base=Exception):
    """All classes of exceptions; SystemExit and its like are not below Exception."""
    yield base
    for cls in base.__subclasses__():
        yield from exceptions(cls)


class Office:
    def order(self, job, *values):
        return json.dumps({"job": job, "values": encode(list(values))}).encode("ascii")

    def value(self, answer):
        done = load(answer, "value")
        if done is not None:
            return checked(done[0])
        failed = load(answer, "error", "text")
        if failed is None or not all(isinstance(item, str) for item in failed):
            raise ValueError("no answer")
        name, text = failed
        for cls in exceptions():
            if cls.__name__ == name:
                try:
                    error = cls(text)
                except Exception:
                    raise ValueError("no answer") from None
                raise error
        raise ValueError("no answer")


class Computer:
    def __init__(self, module):
        self.jobs = importlib.import_module(module).JOBS

    def answer(self, message):
        order = load(message, "job", "values")
        if order is None or not isinstance(order[0], str):
            raise ValueError("no order")
        values = checked(order[1])
        if not isinstance(values, list) or order[0] not in self.jobs:
            raise ValueError("no order")
        try:
            value = self.jobs[order[0]](*values)
        except Exception as error:
            # only Python's own classes go by their names
            cls = type(error)
            name = cls.__name__ if vars(builtins).get(cls.__name__) is cls else "RuntimeError"
            return json.dumps({"error": name, "text": str(error)}).encode("ascii")
        return json.dumps({"value": encode(value)}).encode("ascii")
