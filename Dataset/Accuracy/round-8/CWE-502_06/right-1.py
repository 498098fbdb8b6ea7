import base64
import hashlib
import hmac

CONTAINERS = {"t": tuple, "l": list, "e": set}


def _encode(value):
    """The value as bytes, in postfix order: tag, size, data; containers come after their items."""
    out, todo = [], [value]
    while todo:
        v = todo.pop()
        kind = type(v)
        data = b""
        if v is None or kind is bool:
            tag, size = {None: "N", True: "T", False: "F"}[v], 0
        elif kind is str or kind is int or kind is bytes:
            if kind is str:
                tag, data = "s", v.encode("utf-8", "surrogatepass")
            elif kind is int:
                tag, data = "i", v.to_bytes(v.bit_length() // 8 + 1, "big", signed=True)
            else:
                tag, data = "b", v
            size = len(data)
        elif kind is dict:
            tag, size = "d", len(v)
            for item in v.items():
                todo.extend(item)
        elif kind in (tuple, list, set):
            tag, size = {tuple: "t", list: "l", set: "e"}[kind], len(v)
            todo.extend(v)
        else:
            raise TypeError(f"cannot write a {kind.__name__}")
        out.append(tag.encode() + size.to_bytes(8, "big") + data)
    return b"".join(reversed(out))


def _decode(data):
    stack, at = [], 0
    while at < len(data):
        tag, size = chr(data[at]), int.from_bytes(data[at + 1:at + 9], "big")
        at += 9
        if tag in "sib":
            raw = data[at:at + size]
            at += size
            if tag == "s":
                stack.append(raw.decode("utf-8", "surrogatepass"))
            elif tag == "i":
                stack.append(int.from_bytes(raw, "big", signed=True))
            else:
                stack.append(raw)
        elif tag in "NTF":
            stack.append({"N": None, "T": True, "F": False}[tag])
        else:
            count = 2 * size if tag == "d" else size
            start = len(stack) - count
            items = stack[start:]
            del stack[start:]
            if tag == "d":
                stack.append(dict(zip(items[::2], items[1::2])))
            else:
                stack.append(CONTAINERS[tag](items))
    (value,) = stack
    return value


def _key(word):
    if not isinstance(word, str) or not word:
        raise ValueError("a word is a string that is not empty")
    return hashlib.sha256(b"slips " + word.encode("utf-8", "surrogatepass")).digest()


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        self._keys = [_key(w) for w in [word, *earlier]]

    def write(self, crate):
        if not isinstance(crate, dict):
            raise TypeError("a crate is a dictionary")
        body = base64.urlsafe_b64encode(_encode(crate)).decode("ascii")
        return body + "." + hmac.new(self._keys[0], body.encode("ascii"), "sha256").hexdigest()

    def read(self, text):
        if not isinstance(text, str) or not text.isascii():
            raise ValueError("not a slip")
        body, _, seal = text.rpartition(".")
        for key in self._keys:
            right = hmac.new(key, body.encode("ascii"), "sha256").hexdigest()
            if hmac.compare_digest(right, seal):
                return _decode(base64.urlsafe_b64decode(body))
        raise ValueError("not a slip of this tour")
