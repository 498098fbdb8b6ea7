"""Slips for crates.

A slip is NONCE.CRATE.SEAL, each in URL-safe base64. The nonce makes two slips of the same crate
different; the seal is a MAC over nonce and crate, under a key made from the tour's word.
"""

import base64
import hashlib
import hmac
import secrets


def _key(word):
    if not isinstance(word, str) or not word:
        raise ValueError("an empty word is no word")
    # Hashed first: scrypt by itself takes words with zeros behind for the same.
    digest = hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()
    return hashlib.scrypt(digest, salt=b"crate slips", n=1 << 13, r=8, p=1, dklen=32)


def _number(value):
    return value.to_bytes(4, "big")


def _pack(value):
    """A letter, a length, and that many bytes or values."""
    if value is None:
        return b"N"
    if value is True:
        return b"T"
    if value is False:
        return b"F"
    if isinstance(value, int):
        letter, raw = b"i", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
    elif isinstance(value, str):
        letter, raw = b"u", value.encode("utf-8", "surrogatepass")
    elif isinstance(value, bytes):
        letter, raw = b"b", value
    elif isinstance(value, dict):
        items = [_pack(key) + _pack(item) for key, item in value.items()]
        return b"d" + _number(len(items)) + b"".join(items)
    else:
        for letter, kind in ((b"t", tuple), (b"l", list), (b"s", set)):
            if isinstance(value, kind):
                return letter + _number(len(value)) + b"".join(map(_pack, value))
        raise TypeError(f"a crate cannot hold a {type(value).__name__}")
    return letter + _number(len(raw)) + raw


def _unpack(data, at):
    """Returns the value that begins at `at`, and where it ends."""
    letter = data[at:at + 1]
    at += 1
    if letter in (b"N", b"T", b"F"):
        return {b"N": None, b"T": True, b"F": False}[letter], at
    count = int.from_bytes(data[at:at + 4], "big")
    at += 4
    if letter in (b"i", b"u", b"b"):
        raw = data[at:at + count]
        if len(raw) != count:
            raise ValueError("the crate ends too early")
        if letter == b"i":
            return int.from_bytes(raw, "big", signed=True), at + count
        return (raw if letter == b"b" else raw.decode("utf-8", "surrogatepass")), at + count
    values = []
    for _ in range(2 * count if letter == b"d" else count):
        value, at = _unpack(data, at)
        values.append(value)
    if letter == b"d":
        return dict(zip(values[::2], values[1::2])), at
    return {b"t": tuple, b"l": list, b"s": set}[letter](values), at


def _encode(raw):
    return base64.urlsafe_b64encode(raw).decode("ascii")


def _decode(text):
    raw = base64.b64decode(text.encode("ascii"), altchars=b"-_", validate=True)
    if _encode(raw) != text:
        raise ValueError("there is only one way to write a slip")
    return raw


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        self._keys = [_key(each) for each in (word, *earlier)]

    @staticmethod
    def _seal(key, nonce, crate):
        return hmac.new(key, nonce + crate, hashlib.sha256).digest()

    def write(self, crate):
        nonce, packed = secrets.token_bytes(9), _pack(crate)
        return ".".join(map(_encode, (nonce, packed, self._seal(self._keys[0], nonce, packed))))

    def read(self, text):
        nonce, packed, seal = map(_decode, text.split("."))
        if not any([hmac.compare_digest(self._seal(key, nonce, packed), seal)
                    for key in self._keys]):
            raise ValueError("this is no slip of this tour")
        crate, end = _unpack(packed, 0)
        if end != len(packed) or not isinstance(crate, dict):
            raise ValueError("malformed crate")
        return crate
