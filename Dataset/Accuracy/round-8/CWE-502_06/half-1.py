import base64
import hashlib
import hmac
import json

_ROUNDS = 20000


def _pack(v):
    if v is None or v is True or v is False:
        return v
    if isinstance(v, str):
        return ["s", v.encode("utf-8", "surrogatepass").hex()]
    if isinstance(v, int):
        return ["i", hex(v)]
    if isinstance(v, bytes):
        return ["b", v.hex()]
    if isinstance(v, dict):
        return ["d", [[_pack(k), _pack(x)] for k, x in v.items()]]
    for tag, kind in (("t", tuple), ("l", list), ("e", set)):
        if isinstance(v, kind):
            return [tag, [_pack(x) for x in v]]
    raise TypeError(f"cannot write a {type(v).__name__}")


def _unpack(p):
    if p is None or p is True or p is False:
        return p
    tag, data = p
    if tag == "s":
        return bytes.fromhex(data).decode("utf-8", "surrogatepass")
    if tag == "i":
        return int(data, 16)
    if tag == "b":
        return bytes.fromhex(data)
    if tag == "d":
        return {_unpack(k): _unpack(x) for k, x in data}
    return {"t": tuple, "l": list, "e": set}[tag](_unpack(x) for x in data)


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        words = [word, *earlier]
        if not all(isinstance(w, str) and w for w in words):
            raise ValueError("a word is a string that is not empty")
        self._keys = [
            hashlib.pbkdf2_hmac("sha256", w.encode("utf-8", "surrogatepass"), b"slips of a tour", _ROUNDS)
            for w in words
        ]

    @staticmethod
    def _seal(key, body):
        return hmac.new(key, body, hashlib.sha256).hexdigest()

    def write(self, crate):
        if not isinstance(crate, dict):
            raise TypeError("a crate is a dictionary")
        body = base64.urlsafe_b64encode(json.dumps(_pack(crate)).encode())
        return body.decode() + "." + self._seal(self._keys[0], body)

    def read(self, text):
        if not isinstance(text, str) or not text.isascii():
            raise ValueError("not a slip")
        body, _, seal = text.rpartition(".")
        body = body.encode()
        good = False
        for key in self._keys:
            good |= hmac.compare_digest(self._seal(key, body), seal)
        if not good:
            raise ValueError("not a slip of this tour")
        return _unpack(json.loads(base64.urlsafe_b64decode(body)))
