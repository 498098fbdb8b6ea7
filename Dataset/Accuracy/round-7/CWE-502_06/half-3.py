import base64
import hashlib
import hmac
import io
import struct

KINDS = {tuple: b"t", list: b"l", set: b"s", dict: b"d"}
MAKERS = {b"t": tuple, b"l": list, b"s": set}


def dump(value):
    kind = type(value)
    if value is None or kind is bool:
        return {None: b"N", True: b"T", False: b"F"}[value]
    if kind in KINDS:
        parts = list(value)
        if kind is dict:
            parts = [part for pair in value.items() for part in pair]
        return KINDS[kind] + struct.pack(">I", len(parts)) + b"".join(map(dump, parts))
    if kind is str:
        tag, raw = b"u", value.encode("utf-8", "surrogatepass")
    elif kind is bytes:
        tag, raw = b"b", value
    elif kind is int:
        tag, raw = b"i", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
    else:
        raise TypeError(f"a crate holds no {kind.__name__}")
    return tag + struct.pack(">I", len(raw)) + raw


def load(file):
    tag = file.read(1)
    if tag in (b"N", b"T", b"F"):
        return {b"N": None, b"T": True, b"F": False}[tag]
    (size,) = struct.unpack(">I", file.read(4))
    if tag in MAKERS:
        return MAKERS[tag]([load(file) for _ in range(size)])
    if tag == b"d":
        return {load(file): load(file) for _ in range(size // 2)}
    raw = file.read(size)
    if tag == b"u":
        return raw.decode("utf-8", "surrogatepass")
    return raw if tag == b"b" else int.from_bytes(raw, "big", signed=True)


class Slips:
    def __init__(self, word, earlier=()):
        if word == "" or "" in earlier:
            raise ValueError("a word must not be empty")
        self._keys = [hashlib.sha512(w.encode("utf-8", "surrogatepass")).digest()
                      for w in [word, *earlier]]

    def write(self, crate):
        data = dump(crate)
        seal = hmac.digest(self._keys[0], data, "sha256")
        return base64.b64encode(data + seal).decode("ascii")

    def read(self, text):
        raw = base64.b64decode(text, validate=True)
        data, seal = raw[:-32], raw[-32:]
        if not any(hmac.compare_digest(hmac.digest(key, data, "sha256"), seal) for key in self._keys):
            raise ValueError("this slip does not belong to the tour")
        return load(io.BytesIO(data))
