import hashlib
import json
import logging
import secrets
from contextlib import suppress
from dataclasses import dataclass

log = logging.getLogger("slips")


@dataclass(frozen=True, repr=False)
class _Word:
    key: bytes

    @classmethod
    def of(cls, word):
        if word == "":
            raise ValueError("a word has at least one sign")
        return cls(hashlib.sha512(word.encode("utf-32", "surrogatepass")).digest())

    def seal(self, body):
        return hashlib.blake2b(body, key=self.key, person=b"tour slips", digest_size=48).hexdigest()


def _table(root):
    """Rows [kind, content]; a container's content is the rows of what is in it, which come later."""
    rows, waiting = [None], [(0, root)]
    for place, value in waiting:
        match value:
            case None | True | False:
                rows[place] = ["const", value]
            case str():
                rows[place] = ["str", value]
            case int():
                rows[place] = ["int", value.to_bytes((value.bit_length() + 8) // 8, "little", signed=True).hex()]
            case bytes():
                rows[place] = ["bytes", value.hex()]
            case dict() | tuple() | list() | set():
                parts = [x for kv in value.items() for x in kv] if isinstance(value, dict) else list(value)
                places = range(len(rows), len(rows) + len(parts))
                rows += [None] * len(parts)
                waiting += zip(places, parts)
                rows[place] = [type(value).__name__, list(places)]
            case _:
                raise TypeError(f"no place for {type(value).__name__} in a crate")
    return rows


def _root(rows):
    made = {}
    for place in range(len(rows) - 1, -1, -1):
        kind, content = rows[place]
        if kind in ("const", "str"):
            made[place] = content
        elif kind == "int":
            made[place] = int.from_bytes(bytes.fromhex(content), "little", signed=True)
        elif kind == "bytes":
            made[place] = bytes.fromhex(content)
        else:
            parts = [made.pop(i) for i in content]
            if kind == "dict":
                made[place] = {parts[i]: parts[i + 1] for i in range(0, len(parts), 2)}
            else:
                made[place] = {"tuple": tuple, "list": list, "set": set}[kind](parts)
    return made[0]


class Slips:
    def __init__(self, word, earlier=()):
        self._words = [_Word.of(word)]
        self._words.extend(_Word.of(w) for w in earlier)

    def write(self, crate):
        body = json.dumps(_table(crate), separators=(",", ":")).encode("ascii").hex()
        return body + "." + self._words[0].seal(body.encode("ascii"))

    def _sealed_body(self, text):
        with suppress(UnicodeEncodeError, AttributeError):
            raw = text.encode("ascii")
            for word in self._words:
                body = raw[:-97]
                if secrets.compare_digest(raw, body + b"." + word.seal(body).encode("ascii")):
                    return body
        log.warning("a text that is no slip of this tour")
        raise ValueError("no slip of this tour")

    def read(self, text):
        return _root(json.loads(bytes.fromhex(self._sealed_body(text).decode("ascii"))))
