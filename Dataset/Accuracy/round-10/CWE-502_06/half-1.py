"""Slips for crates: the crate as a flat list in JSON, sealed with a key made from the tour's word."""

import base64
import hashlib
import hmac
import json
import re

_SLIP = re.compile(r"([A-Za-z0-9_-]+)\.([0-9a-f]{64})")
_BOXES = {"t": tuple, "l": list, "s": set}


def _key(word):
    """The key of a word. scrypt makes guessing a word from a slip expensive."""
    if not isinstance(word, str) or not word:
        raise ValueError("an empty word is no word")
    return hashlib.scrypt(
        word.encode("utf-8", "surrogatepass"), salt=b"crate slips, version 1", n=1 << 13, r=8, p=1
    )


def _flatten(crate):
    """Writes a value as tokens, contents before their container."""
    tokens, todo = [], [crate]
    while todo:
        value = todo.pop()
        if value is None or isinstance(value, (bool, str)):
            tokens.append(value)
        elif isinstance(value, int):
            tokens.append(["i", hex(value)])
        elif isinstance(value, bytes):
            tokens.append(["b", value.hex()])
        elif isinstance(value, dict):
            tokens.append(["d", len(value)])
            for key, item in value.items():
                todo += [item, key]
        else:
            for letter, kind in _BOXES.items():
                if isinstance(value, kind):
                    tokens.append([letter, len(value)])
                    todo.extend(value)
                    break
            else:
                raise TypeError(f"a crate cannot hold a {type(value).__name__}")
    return tokens[::-1]


def _build(tokens):
    stack = []

    def pop(count):
        if not 0 <= count <= len(stack):
            raise ValueError("malformed crate")
        taken = stack[len(stack) - count:]
        del stack[len(stack) - count:]
        return taken

    for token in tokens:
        if not isinstance(token, list):
            stack.append(token)
            continue
        letter, content = token
        if letter == "i":
            stack.append(int(content, 16))
        elif letter == "b":
            stack.append(bytes.fromhex(content))
        elif letter == "d":
            flat = pop(2 * content)
            # each item stands before its key, since the tokens were turned round
            stack.append(dict(zip(flat[1::2], flat[::2])))
        else:
            stack.append(_BOXES[letter](pop(content)))
    (crate,) = stack
    return crate


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        self._keys = [_key(each) for each in (word, *earlier)]

    @staticmethod
    def _seal(key, body):
        return hmac.new(key, body.encode("ascii"), hashlib.sha256).hexdigest()

    def write(self, crate):
        data = json.dumps(_flatten(crate), separators=(",", ":")).encode("ascii")
        body = base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")
        return f"{body}.{self._seal(self._keys[0], body)}"

    def read(self, text):
        parts = _SLIP.fullmatch(text)
        if not parts:
            raise ValueError("this is no slip")
        body, seal = parts.groups()
        # The seal covers the text itself; nothing is decoded before it is found right.
        if not any(hmac.compare_digest(self._seal(key, body), seal) for key in self._keys):
            raise ValueError("this is no slip of this tour")
        return _build(json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))))
