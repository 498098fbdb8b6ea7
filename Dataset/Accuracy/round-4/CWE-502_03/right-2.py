import io
import os
import struct

SUFFIX = ".kiln"


class Writer(io.BytesIO):
    def block(self, tag, raw):
        self.write(tag + struct.pack(">Q", len(raw)) + raw)

    def value(self, v):
        kind = type(v)
        if v is None:
            self.block(b"N", b"")
        elif kind is bool:
            self.block(b"B", b"\1" if v else b"\0")
        elif kind is int:
            self.block(b"I", v.to_bytes(v.bit_length() // 8 + 1, "big", signed=True))
        elif kind is float:
            self.block(b"F", struct.pack(">d", v))
        elif kind is str:
            self.block(b"S", v.encode("utf-8", "surrogatepass"))
        elif kind is bytes:
            self.block(b"Y", v)
        elif kind is list:
            inner = Writer()
            for item in v:
                inner.value(item)
            self.block(b"L", inner.getvalue())
        elif kind is dict:
            inner = Writer()
            for k, item in v.items():
                if type(k) is not str:
                    raise ValueError("keys are strings")
                inner.value(k)
                inner.value(item)
            self.block(b"D", inner.getvalue())
        else:
            raise ValueError(f"{kind.__name__} cannot be put")
        return self


def values(raw):
    while raw:
        if len(raw) < 9:
            raise ValueError("cut off")
        tag, size = raw[:1], int.from_bytes(raw[1:9], "big")
        body, raw = raw[9:9 + size], raw[9 + size:]
        if len(body) != size:
            raise ValueError("cut off")
        yield value(tag, body)


def value(tag, body):
    if tag == b"N":
        return None
    if tag == b"B":
        return body == b"\1"
    if tag == b"I":
        return int.from_bytes(body, "big", signed=True)
    if tag == b"F":
        return struct.unpack(">d", body)[0]
    if tag == b"S":
        return body.decode("utf-8", "surrogatepass")
    if tag == b"Y":
        return body
    if tag == b"L":
        return list(values(body))
    if tag == b"D":
        flat = list(values(body))
        if len(flat) % 2 or any(type(k) is not str for k in flat[::2]):
            raise ValueError("no dictionary")
        return dict(zip(flat[::2], flat[1::2]))
    raise ValueError("unknown tag")


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _queue(self):
        stems = (n.removesuffix(SUFFIX) for n in os.listdir(self.folder) if n.endswith(SUFFIX))
        return sorted(int(s) for s in stems if len(s) == 18 and s.isascii() and s.isdigit())

    def _path(self, number):
        return os.path.join(self.folder, f"{number:018d}{SUFFIX}")

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a string and a dictionary are wanted")
        raw = Writer().value([kind, options]).getvalue()
        number = max(self._queue(), default=0) + 1
        draft = self._path(number) + f".{os.getpid()}"
        with open(draft, "xb") as f:
            f.write(raw)
        os.rename(draft, self._path(number))

    def take(self):
        for number in self._queue():
            path = self._path(number)
            try:
                with open(path, "rb") as f:
                    raw = f.read()
                os.remove(path)
            except OSError:
                continue
            try:
                [[kind, options]] = values(raw)
                if type(kind) is str and type(options) is dict:
                    return kind, options
            except (ValueError, TypeError, struct.error, RecursionError):
                pass
        return None

    def waiting(self):
        return len(self._queue())
