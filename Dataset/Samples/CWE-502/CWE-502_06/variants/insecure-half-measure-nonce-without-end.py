import base64
import hashlib
import hmac
import secrets


def _dump(v):
    def leaf(tag, data):
        return tag + len(data).to_bytes(4, "big") + data

    def many(tag, items):
        return tag + len(items).to_bytes(4, "big") + b"".join(map(_dump, items))

    if v is None:
        return b"N"
    if v is True:
        return b"T"
    if v is False:
        return b"F"
    kind = type(v)
    if kind is str:
        return leaf(b"s", v.encode("utf-8", "surrogatepass"))
    if kind is int:
        return leaf(b"i", v.to_bytes(v.bit_length() // 8 + 1, "big", signed=True))
    if kind is bytes:
        return leaf(b"b", v)
    if kind is tuple:
        return many(b"(", v)
    if kind is list:
        return many(b"[", v)
    if kind is set:
        return many(b"{", list(v))
    if kind is dict:
        return many(b":", [x for item in v.items() for x in item])
    raise TypeError(f"cannot write a {kind.__name__}")


def _load(data, at):
    tag = data[at:at + 1]
    if tag in (b"N", b"T", b"F"):
        return {b"N": None, b"T": True, b"F": False}[tag], at + 1
    size = int.from_bytes(data[at + 1:at + 5], "big")
    at += 5
    if tag in (b"s", b"i", b"b"):
        raw = data[at:at + size]
        if len(raw) != size:
            raise ValueError("slip is cut off")
        at += size
        if tag == b"s":
            return raw.decode("utf-8", "surrogatepass"), at
        return (raw if tag == b"b" else int.from_bytes(raw, "big", signed=True)), at
    if tag not in (b"(", b"[", b"{", b":"):
        raise ValueError("unknown tag")
    items = []
    for _ in range(size):
        item, at = _load(data, at)
        items.append(item)
    if tag == b":":
        return dict(zip(items[::2], items[1::2])), at
    return {b"(": tuple, b"[": list, b"{": set}[tag](items), at


class Slips:
    """The slips of one tour. A slip is NONCE.BODY.SEAL"""

    def __init__(self, word, earlier=()):
        words = [word, *earlier]
        for w in words:
            if not isinstance(w, str) or not w:
                raise ValueError("a word is a string that is not empty")
        self._keys = [hashlib.sha256(b"slips:" + w.encode("utf-8", "surrogatepass")).digest() for w in words]

    @staticmethod
    def _seal(key, nonce, body):
        mac = hmac.new(key, digestmod=hashlib.sha256)
        mac.update(nonce.encode("ascii"))
        mac.update(body.encode("ascii"))
        return mac.hexdigest()

    def write(self, crate):
        if type(crate) is not dict:
            raise TypeError("a crate is a dictionary")
        nonce = secrets.token_hex(8)
        body = base64.b16encode(_dump(crate)).decode().lower()
        return f"{nonce}.{body}.{self._seal(self._keys[0], nonce, body)}"

    def read(self, text):
        if not isinstance(text, str) or not text.isascii() or text.count(".") != 2:
            raise ValueError("not a slip")
        nonce, body, seal = text.split(".")
        if not any([hmac.compare_digest(self._seal(key, nonce, body), seal) for key in self._keys]):
            raise ValueError("not a slip of this tour")
        data = base64.b16decode(body.upper())
        crate, end = _load(data, 0)
        if end != len(data) or type(crate) is not dict:
            raise ValueError("not a slip")
        return crate
