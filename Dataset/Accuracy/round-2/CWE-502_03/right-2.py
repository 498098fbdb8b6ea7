import io
import pathlib
import uuid

WORDS = {b"N": None, b"T": True, b"F": False}


def encode(value):
    """One letter for the kind; where it has a size, the size in decimal digits and a colon."""
    if value is None or value is True or value is False:
        yield next(letter for letter, word in WORDS.items() if word is value)
    elif type(value) is int:
        yield from sized(b"i", format(value, "x").encode())
    elif type(value) is float:
        yield from sized(b"f", value.hex().encode())
    elif type(value) is str:
        yield from sized(b"s", value.encode("utf-8", "surrogatepass"))
    elif type(value) is bytes:
        yield from sized(b"b", value)
    elif type(value) is list:
        yield b"l%d:" % len(value)
        for item in value:
            yield from encode(item)
    elif type(value) is dict:
        yield b"d%d:" % len(value)
        for key, item in value.items():
            if type(key) is not str:
                raise ValueError("a key that is not a string")
            yield from encode(key)
            yield from encode(item)
    else:
        raise ValueError(f"a job cannot hold {type(value).__name__}")


def sized(letter, data):
    yield b"%c%d:" % (letter, len(data))
    yield data


class Reader:
    def __init__(self, data):
        self.stream = io.BytesIO(data)
        self.total = len(data)

    def number(self):
        digits = b""
        while (sign := self.stream.read(1)) != b":":
            if not sign.isdigit() or len(digits) > 15:
                raise ValueError("damaged job")
            digits += sign
        size = int(digits)
        if size > self.total:
            raise ValueError("damaged job")
        return size

    def bytes(self):
        size = self.number()
        data = self.stream.read(size)
        if len(data) != size:
            raise ValueError("damaged job")
        return data

    def value(self):
        match self.stream.read(1):
            case b"N" | b"T" | b"F" as letter:
                return WORDS[letter]
            case b"i":
                return int(self.bytes().decode("ascii"), 16)
            case b"f":
                return float.fromhex(self.bytes().decode("ascii"))
            case b"s":
                return self.bytes().decode("utf-8", "surrogatepass")
            case b"b":
                return self.bytes()
            case b"l":
                return [self.value() for _ in range(self.number())]
            case b"d":
                return dict(self.entry() for _ in range(self.number()))
        raise ValueError("damaged job")

    def entry(self):
        key = self.value()
        if type(key) is not str:
            raise ValueError("damaged job")
        return key, self.value()

    def job(self):
        match (self.value(), self.value(), self.stream.read(1)):
            case (str() as kind, dict() as options, b""):
                return kind, options
        raise ValueError("damaged job")


class Spool:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def _jobs(self):
        found = []
        for path in self.folder.glob("*.firing"):
            head, _, _ = path.name.partition("-")
            if head.isascii() and head.isdigit() and len(head) == 16 and path.is_file() and not path.is_symlink():
                found.append((head, path.name, path))
        return [path for *_, path in sorted(found)]

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind must be a string and options a dictionary")
        try:
            data = b"".join([*encode(kind), *encode(options)])
        except RecursionError as exc:
            raise ValueError("options are nested too deeply") from exc
        jobs = self._jobs()
        number = 1 + int(jobs[-1].name[:16]) if jobs else 1
        draft = self.folder / f"{uuid.uuid4().hex}.draft"
        draft.write_bytes(data)
        draft.rename(self.folder / f"{number:016d}-{uuid.uuid4().hex}.firing")

    def take(self):
        jobs = self._jobs()
        if not jobs:
            return None
        oldest = jobs[0]
        data = oldest.read_bytes()
        oldest.unlink()
        try:
            return Reader(data).job()
        except (RecursionError, OverflowError) as exc:
            raise ValueError("damaged job") from exc

    def waiting(self):
        return len(self._jobs())
