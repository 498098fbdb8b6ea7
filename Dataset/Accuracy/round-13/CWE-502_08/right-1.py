"""A binary format: one byte for the type, the length, the content. Types are classes that register themselves."""
import builtins
import importlib
import io
import struct
from abc import ABC, abstractmethod
from datetime import date
from decimal import Decimal


class Malformed(ValueError):
    pass


class Reader(io.BytesIO):
    deep = 0

    def exactly(self, number):
        piece = self.read(number)
        if len(piece) != number:
            raise Malformed("the message is too short")
        return piece

    def length(self):
        number, = struct.unpack(">I", self.exactly(4))
        if number > len(self.getbuffer()) - self.tell():
            raise Malformed("the message is too short")
        return number

    def end(self):
        if self.read(1):
            raise Malformed("the message is too long")


def sized(content, number=None):
    return struct.pack(">I", len(content) if number is None else number) + content


class Codec(ABC):
    by_type, by_mark = {}, {}

    def __init_subclass__(cls, of, mark):
        cls.by_type[of] = cls.by_mark[mark] = codec = cls()
        codec.mark, codec.of = mark, of

    @abstractmethod
    def put(self, value):
        ...

    @abstractmethod
    def get(self, reader):
        ...


def put(value):
    codec = Codec.by_type.get(type(value))
    if codec is None:
        raise TypeError(f"cannot send {type(value)}")
    return codec.mark + codec.put(value)


def get(reader):
    codec = Codec.by_mark.get(reader.exactly(1))
    if codec is None or reader.deep > 24:
        raise Malformed("no such value")
    reader.deep += 1
    value = codec.get(reader)
    reader.deep -= 1
    return value


class Nothing(Codec, of=type(None), mark=b"N"):
    def put(self, value):
        return b""

    def get(self, reader):
        return None


class Truth(Codec, of=bool, mark=b"?"):
    def put(self, value):
        return bytes([value])

    def get(self, reader):
        byte = reader.exactly(1)
        if byte not in (b"\0", b"\1"):
            raise Malformed("neither True nor False")
        return byte == b"\1"


class Whole(Codec, of=int, mark=b"i"):
    def put(self, value):
        return sized(value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))

    def get(self, reader):
        return int.from_bytes(reader.exactly(reader.length()), "big", signed=True)


class Floating(Codec, of=float, mark=b"f"):
    def put(self, value):
        return struct.pack(">d", value)

    def get(self, reader):
        return struct.unpack(">d", reader.exactly(8))[0]


class Blob(Codec, of=bytes, mark=b"b"):
    def put(self, value):
        return sized(value)

    def get(self, reader):
        return reader.exactly(reader.length())


class Text(Codec, of=str, mark=b"s"):
    def put(self, value):
        return sized(value.encode("utf-8", "surrogatepass"))

    def get(self, reader):
        return reader.exactly(reader.length()).decode("utf-8", "surrogatepass")


class Day(Codec, of=date, mark=b"d"):
    def put(self, value):
        return struct.pack(">I", value.toordinal())

    def get(self, reader):
        return date.fromordinal(*struct.unpack(">I", reader.exactly(4)))


class Exact(Codec, of=Decimal, mark=b"D"):
    def put(self, value):
        return sized(str(value).encode())

    def get(self, reader):
        try:
            return Decimal(reader.exactly(reader.length()).decode("ascii"))
        except ArithmeticError:
            raise Malformed("no Decimal") from None


class Row(Codec, of=list, mark=b"l"):
    def put(self, value):
        return sized(b"".join(map(put, value)), len(value))

    def get(self, reader):
        return self.of([get(reader) for _ in range(reader.length())])


class Fixed(Row, of=tuple, mark=b"t"):
    pass


class Bag(Row, of=set, mark=b"S"):
    pass


class Table(Codec, of=dict, mark=b"m"):
    def put(self, value):
        return sized(b"".join(put(part) for pair in value.items() for part in pair), len(value))

    def get(self, reader):
        return {get(reader): get(reader) for _ in range(reader.length())}


class Message:
    def __init__(self, kind, *parts):
        self.content = kind + put(parts)

    @staticmethod
    def parts(content, kind, *types):
        try:
            reader = Reader(content)
            if reader.exactly(len(kind)) != kind:
                return None
            parts = get(reader)
            reader.end()
        except Malformed:
            raise
        except (TypeError, ValueError, OverflowError) as error:
            raise Malformed(str(error)) from None
        if type(parts) is not tuple or tuple(map(type, parts[:len(types)])) != types:
            raise Malformed("other parts")
        return parts


ORDER, RESULT, TROUBLE = b"order\n", b"result", b"error\n"
ERRORS = {name: thing for name, thing in vars(builtins).items()
          if isinstance(thing, type) and issubclass(thing, Exception)}


class Office:
    def order(self, job, *values):
        return Message(ORDER, job, values).content

    def value(self, answer):
        if (parts := Message.parts(answer, RESULT)) is not None and len(parts) == 1:
            return parts[0]
        if (parts := Message.parts(answer, TROUBLE, str, str)) is None or len(parts) != 2:
            raise Malformed("no answer")
        name, text = parts
        try:
            error = ERRORS[name](text)
        except (KeyError, TypeError):
            raise Malformed("no such exception") from None
        raise error


class Computer:
    def __init__(self, module):
        self.module = importlib.import_module(module)

    def answer(self, message):
        parts = Message.parts(message, ORDER, str, tuple)
        if parts is None or len(parts) != 2:
            raise Malformed("no order")
        job = self.module.JOBS.get(parts[0])
        if job is None:
            raise ValueError(f"no job is called {parts[0]}")
        try:
            result = job(*parts[1])
        except Exception as error:
            kind = type(error)
            name = kind.__name__ if ERRORS.get(kind.__name__) is kind else "RuntimeError"
            return Message(TROUBLE, name, str(error)).content
        return Message(RESULT, result).content
