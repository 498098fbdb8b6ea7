"""A small binary format: a letter, a length of eight bytes, then the content."""
import builtins
import importlib
import struct
from datetime import date
from decimal import Decimal

HEAD = struct.Struct(">cQ")
CONSTANTS = {b"N": None, b"T": True, b"F": False}
ERRORS = {name: cls for name, cls in vars(builtins).items()
          if isinstance(cls, type) and issubclass(cls, Exception)}


class NoMessage(ValueError):
    pass


def box(letter, content=b""):
    return HEAD.pack(letter, len(content)) + content


LEAVES = {
    int: (b"i", lambda n: n.to_bytes(n.bit_length() // 8 + 1, "big", signed=True),
          lambda b: int.from_bytes(b, "big", signed=True)),
    float: (b"f", struct.Struct(">d").pack, lambda b: struct.unpack(">d", b)[0]),
    str: (b"s", lambda s: s.encode("utf-8", "surrogatepass"), lambda b: b.decode("utf-8", "surrogatepass")),
    bytes: (b"b", bytes, bytes),
    date: (b"d", lambda d: d.toordinal().to_bytes(4, "big"), lambda b: date.fromordinal(int.from_bytes(b, "big"))),
    Decimal: (b"D", lambda d: str(d).encode("ascii"), lambda b: Decimal(b.decode("ascii"))),
}
READ = {letter: read for letter, _, read in LEAVES.values()}
BRANCHES = {b"l": list, b"t": tuple, b"e": set,
            b"m": lambda flat: dict(zip(flat[::2], flat[1::2], strict=True))}
LETTERS = {list: b"l", tuple: b"t", set: b"e"}


def write(value):
    for letter, constant in CONSTANTS.items():
        if value is constant:
            return box(letter)
    kind = type(value)
    if kind in LEAVES:
        letter, convert, _ = LEAVES[kind]
        return box(letter, convert(value))
    if kind in LETTERS:
        return box(LETTERS[kind], b"".join(map(write, value)))
    if kind is dict:
        return box(b"m", b"".join(write(x) for pair in value.items() for x in pair))
    raise TypeError(kind.__name__)


def items(view, depth):
    if depth > 60:
        raise NoMessage("too deep")
    while view:
        letter, length = HEAD.unpack_from(view)
        content, view = view[HEAD.size:HEAD.size + length], view[HEAD.size + length:]
        if len(content) != length:
            raise NoMessage("torn")
        if letter in CONSTANTS and not length:
            yield CONSTANTS[letter]
        elif letter in READ:
            yield READ[letter](bytes(content))
        else:
            yield BRANCHES[letter](list(items(content, depth + 1)))


def parse(message, magic):
    """The tuple of values behind the magic word; whatever is wrong is a ValueError."""
    try:
        message = bytes(message)
        if not message.startswith(magic):
            raise NoMessage("another kind of message")
        return tuple(items(memoryview(message)[len(magic):], 0))
    except NoMessage:
        raise
    except (ValueError, TypeError, LookupError, ArithmeticError, struct.error, MemoryError) as error:
        raise NoMessage("not readable") from error


class Office:
    def order(self, job, *values):
        return b"ORDER " + write(job) + write(values)

    def value(self, answer):
        match parse(answer, b"ANSWER "):
            case (True, value):
                return value
            case (False, str(name), str(text)) if name in ERRORS:
                try:
                    error = ERRORS[name](text)
                except Exception:
                    raise NoMessage("not made of one text") from None
                raise error
        raise NoMessage("no answer")


class Computer:
    def __init__(self, module):
        self._jobs = importlib.import_module(module).JOBS

    def answer(self, message):
        match parse(message, b"ORDER "):
            case (str(job), tuple(values)) if job in self._jobs:
                work = self._jobs[job]
            case _:
                raise NoMessage("no order")
        try:
            result = work(*values)
        except Exception as error:
            name = next((n for n, cls in ERRORS.items() if cls is type(error)), "RuntimeError")
            return b"ANSWER " + write(False) + write(name) + write(str(error))
        return b"ANSWER " + write(True) + write(result)
