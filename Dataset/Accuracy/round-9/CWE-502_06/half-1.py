"""Slips for the crates of an orchestra on tour: sealed with the word of the tour (HMAC)."""

import base64
import hashlib
import hmac

SEAL = 32


def _pack(value):
    """Plain bytes for a plain value: a letter, a length or count, and the content."""
    out, waiting = [], [value]
    while waiting:
        value = waiting.pop()
        kind = type(value)
        if value is None or kind is bool:
            out.append({None: b"N", True: b"T", False: b"F"}[value])
        elif kind in (int, str, bytes):
            if kind is int:
                letter, content = b"i", b"%x" % value
            elif kind is str:
                letter, content = b"s", value.encode("utf-8", "surrogatepass")
            else:
                letter, content = b"b", value
            out.append(b"%b%d:%b" % (letter, len(content), content))
        elif kind in (list, tuple, set, dict):
            letter = {list: b"l", tuple: b"t", set: b"e", dict: b"d"}[kind]
            out.append(b"%b%d:" % (letter, len(value)))
            parts = [part for item in value.items() for part in item] if kind is dict else value
            waiting.extend(reversed(list(parts)))
        else:
            raise TypeError(f"a crate cannot hold {kind.__name__}")
    return b"".join(out)


def _unpack(data):
    """The reverse of _pack."""
    position = 0
    open_ones = [(None, 1, [])]                 # letter, number of parts, parts so far

    while True:
        letter, count, parts = open_ones[-1]
        if len(parts) == count:
            if letter is None:
                break
            open_ones.pop()
            if letter == b"d":
                value = dict(zip(parts[::2], parts[1::2]))
            else:
                value = {b"l": list, b"t": tuple, b"e": set}[letter](parts)
            open_ones[-1][2].append(value)
            continue
        letter = data[position:position + 1]
        position += 1
        if letter in (b"N", b"T", b"F"):
            parts.append({b"N": None, b"T": True, b"F": False}[letter])
            continue
        end = data.index(b":", position)
        number = int(data[position:end])
        position = end + 1
        if letter in (b"l", b"t", b"e", b"d"):
            open_ones.append((letter, number * 2 if letter == b"d" else number, []))
            continue
        content = data[position:position + number]
        position += number
        if letter == b"i":
            parts.append(int(content, 16))
        elif letter == b"s":
            parts.append(content.decode("utf-8", "surrogatepass"))
        elif letter == b"b":
            parts.append(content)
        else:
            raise ValueError("damaged slip")
    if position != len(data):
        raise ValueError("damaged slip")
    return open_ones[0][2][0]


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        words = [word, *earlier]
        if not all(words):
            raise ValueError("an empty word is no word")
        self._keys = [word.encode("utf-8", "surrogatepass") for word in words]

    @staticmethod
    def _seal(key, body):
        return hmac.new(key, b"crate slip 1\n" + body, hashlib.sha256).digest()

    def write(self, crate):
        body = _pack(crate)
        return base64.urlsafe_b64encode(self._seal(self._keys[0], body) + body).decode("ascii")

    def read(self, text):
        sealed = base64.urlsafe_b64decode(text.encode("ascii"))
        # base64 has several texts for the same bytes; only ours is one
        if base64.urlsafe_b64encode(sealed) != text.encode("ascii"):
            raise ValueError("not a slip")
        seal, body = sealed[:SEAL], sealed[SEAL:]
        good = [hmac.compare_digest(seal, self._seal(key, body)) for key in self._keys]
        if not any(good):
            raise ValueError("not a slip of this tour")
        return _unpack(body)
