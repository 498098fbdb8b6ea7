"""Slips for crates, written as a small program for a stack: every token makes one value, those of
containers out of the values before it. Only the text whose seal is right is ever looked into."""

import hashlib
import hmac
import json


class NotOurs(ValueError):
    """The text is no slip of this tour."""


def _tokens(value):
    order, todo = [], [value]
    while todo:
        value = todo.pop()
        kind = type(value)
        if kind in (tuple, list, set):
            order.append(f"{kind.__name__[0]}{len(value)}")
            todo.extend(value)
        elif kind is dict:
            order.append(f"d{len(value)}")
            for pair in value.items():
                todo.extend(reversed(pair))
        elif kind is int:
            order.append(f"i{value:x}")
        elif kind is bytes:
            order.append("b" + value.hex())
        elif kind is str:
            order.append("u" + value.encode("utf-8", "surrogatepass").hex())
        elif value is None or kind is bool:
            order.append(str(value)[0])
        else:
            raise TypeError(kind.__name__)
    return reversed(order)


def _run(tokens):
    stack = []
    for token in tokens:
        letter, rest = token[0], token[1:]
        match letter:
            case "N" | "T" | "F":
                stack.append({"N": None, "T": True, "F": False}[letter])
            case "i":
                stack.append(int(rest, 16))
            case "b":
                stack.append(bytes.fromhex(rest))
            case "u":
                stack.append(bytes.fromhex(rest).decode("utf-8", "surrogatepass"))
            case "d":
                pairs = [(stack.pop(), stack.pop()) for _ in range(int(rest))]
                stack.append(dict(reversed(pairs)))
            case _:
                size = int(rest)
                items = stack[len(stack) - size:]
                del stack[len(stack) - size:]
                stack.append({"t": tuple, "l": list, "s": set}[letter](items))
    return stack.pop()


class Slips:
    def __init__(self, word, earlier=()):
        words = [word, *earlier]
        if not all(words):
            raise ValueError("an empty word is no word")
        self._keys = tuple(map(self._stretch, words))

    @staticmethod
    def _stretch(word):
        # the length goes in front, and the digest is what is stretched: no two words are alike
        raw = word.encode("utf-8", "surrogatepass")
        digest = hashlib.sha512(len(raw).to_bytes(8, "big") + raw).digest()
        return hashlib.pbkdf2_hmac("sha512", digest, b"slips of a tour", 60_000)

    @staticmethod
    def _sealed(key, body):
        return body + "~" + hmac.digest(key, body.encode("ascii"), "sha384").hex()

    def write(self, crate):
        return self._sealed(self._keys[0], json.dumps(list(_tokens(crate)), separators=(",", ":")))

    def read(self, text):
        body, _, _ = text.rpartition("~")
        if not body.isascii():
            raise NotOurs(text)
        given = text.encode("utf-8", "surrogatepass")
        fits = [hmac.compare_digest(self._sealed(key, body).encode(), given) for key in self._keys]
        if True not in fits:
            raise NotOurs("written with another word, or changed")
        return _run(json.loads(body))
