"""Slips for crates: base 32 of SALT, SEAL and the packed crate; each slip has a key of its own."""

import base64
import hashlib
import io
import os
import secrets

_SALT, _SEAL = 16, 32


def _varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


class _Packer:
    """One byte for the kind, then what belongs to it."""

    def __init__(self, stream):
        self.stream = stream

    def put(self, value):
        getattr(self, "put_" + type(value).__name__)(value)

    def _raw(self, letter, raw):
        self.stream.write(letter + _varint(len(raw)) + raw)

    def _many(self, letter, values):
        self.stream.write(letter + _varint(len(values)))
        for value in values:
            self.put(value)

    def put_NoneType(self, _):
        self.stream.write(b"-")

    def put_bool(self, value):
        self.stream.write(b"yn"[not value:][:1])

    def put_int(self, value):
        self._raw(b"<" if value < 0 else b">", abs(value).to_bytes((value.bit_length() + 7) // 8, "little"))

    def put_str(self, value):
        self._raw(b"s", value.encode("utf-8", "surrogatepass"))

    def put_bytes(self, value):
        self._raw(b"b", value)

    def put_tuple(self, value):
        self._many(b"(", value)

    def put_list(self, value):
        self._many(b"[", value)

    def put_set(self, value):
        self._many(b"{", value)

    def put_dict(self, value):
        self.stream.write(b":" + _varint(len(value)))
        for pair in value.items():
            for each in pair:
                self.put(each)


def _get(stream):
    letter = stream.read(1)
    if letter in b"-yn":
        return {b"-": None, b"y": True, b"n": False}[letter]
    size = shift = 0
    while True:
        byte = stream.read(1)[0]
        size |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            break
    if letter in b"([{":
        box = {b"(": tuple, b"[": list, b"{": set}[letter]
        return box([_get(stream) for _ in range(size)])
    if letter == b":":
        return {_get(stream): _get(stream) for _ in range(size)}
    raw = stream.read(size)
    if letter in b"<>":
        return int.from_bytes(raw, "little") * (-1 if letter == b"<" else 1)
    return raw.decode("utf-8", "surrogatepass") if letter == b"s" else raw


class Slips:
    def __init__(self, word, earlier=()):
        self._words = []
        for each in [word] + list(earlier):
            if each == "":
                raise ValueError("a word has at least one character")
            self._words.append(hashlib.blake2b(each.encode("utf-8", "surrogatepass")).digest())

    @staticmethod
    def _mac(word, salt, packed):
        key = hashlib.scrypt(word, salt=salt, n=4096, r=8, p=1, dklen=64)
        return hashlib.blake2b(packed, key=key, digest_size=_SEAL, person=b"crate slip").digest()

    def write(self, crate):
        stream = io.BytesIO()
        _Packer(stream).put(crate)
        packed, salt = stream.getvalue(), os.urandom(_SALT)
        raw = salt + self._mac(self._words[0], salt, packed) + packed
        return base64.b32encode(raw).decode("ascii")

    def read(self, text):
        try:
            raw = base64.b32decode(text)
        except ValueError as error:
            raise ValueError("this is no slip") from error
        if len(raw) <= _SALT + _SEAL or base64.b32encode(raw).decode("ascii") != text:
            raise ValueError("this is no slip")
        salt, seal, packed = raw[:_SALT], raw[_SALT:_SALT + _SEAL], raw[_SALT + _SEAL:]
        for word in self._words:
            if secrets.compare_digest(self._mac(word, salt, packed), seal):
                return _get(io.BytesIO(packed))
        raise ValueError("a slip of another tour")
