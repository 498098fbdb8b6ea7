"""Slips that are enciphered and sealed: nothing can be read, let alone forged, without the word."""

import hashlib
import hmac
import secrets
import struct

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"          # base32 without letters that look alike


# ---- values <-> tokens -----------------------------------------------------------------------

def _tokens(root):
    """Yields (letter, content) for each value, containers before what they hold."""
    todo = [root]
    while todo:
        match todo.pop():
            case None:
                yield b"0", b""
            case bool(value):
                yield b"?", b"y" if value else b"n"
            case int(value):
                yield b"#", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
            case str(value):
                yield b"'", value.encode("utf-8", "surrogatepass")
            case bytes(value):
                yield b'"', value
            case tuple(value) | list(value) | set(value) | dict(value) as many:
                letter = {tuple: b"(", list: b"[", set: b"<", dict: b"{"}[type(many)]
                yield letter, struct.pack(">Q", len(value))
                flat = [x for pair in many.items() for x in pair] if letter == b"{" else [*value]
                todo += flat[::-1]
            case other:
                raise TypeError(f"{other!r} cannot be packed")


def _grow(tokens):
    """Builds the value from its tokens, from the end to the beginning."""
    made = []
    for letter, content in reversed(tokens):
        if letter in b"([<{":
            count = struct.unpack(">Q", content)[0]
            count *= 2 if letter == b"{" else 1
            parts = [made.pop() for _ in range(count)]
            match letter:
                case b"(": made.append(tuple(parts))
                case b"[": made.append(parts)
                case b"<": made.append(set(parts))
                case b"{": made.append({parts[i]: parts[i + 1] for i in range(0, count, 2)})
        else:
            match letter:
                case b"0": made.append(None)
                case b"?": made.append(content == b"y")
                case b"#": made.append(int.from_bytes(content, "big", signed=True))
                case b"'": made.append(content.decode("utf-8", "surrogatepass"))
                case b'"': made.append(content)
    return made.pop()


def _split(data):
    while data:
        letter, length = struct.unpack(">cI", data[:5])
        yield letter, data[5:5 + length]
        data = data[5 + length:]


# ---- sealing ---------------------------------------------------------------------------------

class _Word:
    def __init__(self, word):
        if word == "":
            raise ValueError("an empty word is no word")
        raw = word.encode("utf-8", "surrogatepass")
        root = hashlib.sha512(b"slips of a tour\0" + raw).digest()
        self.cipher, self.mac = root[:32], root[32:]

    def tag(self, nonce, hidden):
        return hmac.digest(self.mac, nonce + hidden, "sha256")

    def mask(self, nonce, data):
        stream = hashlib.shake_256(self.cipher + nonce).digest(len(data))
        return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(data), "big")


def _spell(data):
    bits = f"{int.from_bytes(data, 'big'):0{len(data) * 8}b}"
    bits += "0" * (-len(bits) % 5)
    return "".join(_DIGITS[int(bits[i:i + 5], 2)] for i in range(0, len(bits), 5))


def _unspell(text):
    if not text or set(text) - set(_DIGITS):
        raise ValueError("not a slip")
    bits = "".join(f"{_DIGITS.index(sign):05b}" for sign in text)
    whole = len(bits) // 8 * 8
    data = int(bits[:whole], 2).to_bytes(whole // 8, "big")
    if _spell(data) != text:
        raise ValueError("not a slip")
    return data


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        self._all = [_Word(each) for each in (word, *earlier)]

    def write(self, crate):
        plain = b"".join(
            struct.pack(">cI", letter, len(content)) + content for letter, content in _tokens(crate)
        )
        word, nonce = self._all[0], secrets.token_bytes(16)
        hidden = word.mask(nonce, plain)
        return _spell(nonce + word.tag(nonce, hidden) + hidden)

    def read(self, text):
        data = _unspell(text)
        nonce, tag, hidden = data[:16], data[16:48], data[48:]
        if len(tag) == 32:
            for word in self._all:
                if hmac.compare_digest(tag, word.tag(nonce, hidden)):
                    return _grow([*_split(word.mask(nonce, hidden))])
        raise ValueError("not a slip of this tour")
