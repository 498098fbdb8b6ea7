"""Messages are lines of text for a machine with a stack, which can make the listed values and nothing else:

    int -1e         a value, its content behind the blank
    list 3          takes three values from the stack, puts a list of them there

Reading does not recurse, so that nothing can be nested too deeply for it.
"""
import binascii
import builtins
import datetime as dt
import decimal
import importlib
import re

DEPTH = 24


def _plain(pattern, read):
    pattern = re.compile(pattern)

    def make(content):
        if not pattern.fullmatch(content):
            raise ValueError(content)
        return read(content)
    return make


MAKE = {
    "None": _plain("", lambda _: None),
    "bool": _plain("True|False", lambda content: content == "True"),
    "int": _plain("-?0x[0-9a-f]+", lambda content: int(content, 16)),
    "float": _plain(r"-?0x[01]\.[0-9a-f]+p[+-]\d+|-?inf|nan", float.fromhex),
    "str": _plain("(?:[0-9a-f]{2})*", lambda content: binascii.unhexlify(content).decode("utf-8", "surrogatepass")),
    "bytes": _plain("(?:[0-9a-f]{2})*", binascii.unhexlify),
    "date": _plain(r"\d{4}-\d\d-\d\d", dt.date.fromisoformat),
    "Decimal": _plain(r"-?(?:[0-9.]+(?:E[+-]\d+)?|Infinity|s?NaN\d*)", decimal.Decimal),
}
SHOW = {
    type(None): lambda value: "",
    bool: str, int: hex, float: float.hex, bytes: bytes.hex, dt.date: str, decimal.Decimal: str,
    str: lambda value: value.encode("utf-8", "surrogatepass").hex(),
}
GATHER = {
    "list": list, "tuple": tuple, "set": set,
    "dict": lambda parts: dict(zip(parts[::2], parts[1::2], strict=True)),
}


def lines(value):
    kind = type(value)
    if kind in SHOW:
        yield ("None" if value is None else kind.__name__) + " " + SHOW[kind](value)
        return
    if kind not in (list, tuple, set, dict):
        raise TypeError(f"a message holds no {kind}")
    parts = [part for pair in value.items() for part in pair] if kind is dict else list(value)
    for part in parts:
        yield from lines(part)
    yield f"{kind.__name__} {len(parts)}"


def message(title, *parts):
    return "\n".join([title, *lines(parts)]).encode("ascii")


def run(content, *titles):
    """The title of the message and its parts, or a ValueError."""
    try:
        title, *rest = content.decode("ascii").split("\n")
        if title not in titles:
            raise ValueError(title)
        stack = []                      # pairs of a value and how deep it is
        for line in rest:
            word, blank, operand = line.partition(" ")
            if not blank:
                raise ValueError(line)
            if word in MAKE:
                stack.append((MAKE[word](operand), 0))
                continue
            number = _count(operand)
            if word not in GATHER or number > len(stack):
                raise ValueError(line)
            taken = [stack.pop() for _ in range(number)][::-1]
            deep = 1 + max((one[1] for one in taken), default=0)
            if deep > DEPTH:
                raise ValueError("nested too deeply")
            stack.append((GATHER[word]([one[0] for one in taken]), deep))
        (parts, _), = stack
        if type(parts) is not tuple:
            raise ValueError("no parts")
        return title, parts
    except (ValueError, TypeError, ArithmeticError, AttributeError) as error:
        raise ValueError("not a message of this kind") from error


_count = _plain("[0-9]{1,9}", int)


class Office:
    def order(self, job, *values):
        return message("ORDER", job, *values)

    def value(self, answer):
        match run(answer, "DONE", "FAILED"):
            case "DONE", (value,):
                return value
            case "FAILED", (str(name), str(text)) if name in _BUILT_IN:
                error = _made(_BUILT_IN[name], text)
                if error is not None:
                    raise error
        raise ValueError("this is no answer")


class Computer:
    def __init__(self, module):
        self._jobs = lambda: importlib.import_module(module).JOBS
        self._jobs()

    def answer(self, message_):
        match run(message_, "ORDER"):
            case _, (str(name), *values):
                jobs = self._jobs()
                if name in jobs:
                    return self._do(jobs[name], values)
        raise ValueError("no such job can be done here")

    def _do(self, job, values):
        try:
            result = job(*values)
        except Exception as error:
            for kind in (type(error), RuntimeError):
                if kind in _NAMES:
                    return message("FAILED", _NAMES[kind], str(error))
        return message("DONE", result)


def _made(kind, text):
    try:
        return kind(text)
    except TypeError:
        return None


_BUILT_IN = {name: kind for name in dir(builtins)
             if isinstance(kind := getattr(builtins, name), type) and issubclass(kind, Exception)}
_NAMES = {kind: kind.__name__ for kind in _BUILT_IN.values()}
