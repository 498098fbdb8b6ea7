import base64
import hashlib
import hmac
import secrets


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
        self._words = (word, *earlier)
        for each in self._words:
            if not each:
                raise ValueError("an empty word is no word")

    @staticmethod
    def _seal(word, salt, body):
        secret = (word + salt).encode("utf-8", "surrogatepass")
        key = hashlib.sha256(secret).digest()
        return hmac.new(key, body.encode("ascii"), hashlib.sha256).hexdigest()

    def write(self, crate):
        salt = secrets.token_hex(8)
        body = base64.b16encode(_pack(crate)).decode("ascii")
        return ".".join((salt, body, self._seal(self._words[0], salt, body)))

    def read(self, text):
        if not text.isascii():
            raise ValueError("not a slip")
        salt, body, seal = text.split(".")
        for word in self._words:
            if hmac.compare_digest(seal, self._seal(word, salt, body)):
                return _unpack(base64.b16decode(body))
        raise ValueError("not a slip of this tour")
