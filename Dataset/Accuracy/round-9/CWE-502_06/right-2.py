"""Slips: a table of the crate's values, as a pickle without any names, zipped.

The seal is checked before anything of it is looked at.
"""

import io
import pickle
import zlib
from binascii import b2a_hex, a2b_hex
from hashlib import blake2b, sha3_256
from secrets import compare_digest


class ForeignSlip(ValueError):
    """Not written with a word of this tour."""


class _Values(pickle.Unpickler):
    def find_class(self, module, name):
        raise ForeignSlip("a slip names nothing")


def _table(crate):
    """Rows for all values; a container's row holds its type and the numbers of its parts' rows."""
    rows, values = [], [crate]
    for value in values:                       # grows while we go through it
        if isinstance(value, (dict, list, tuple, set)):
            parts = [*value, *value.values()] if isinstance(value, dict) else [*value]
            numbers = range(len(values), len(values) + len(parts))
            rows.append((_KINDS.index(type(value)), numbers.start, numbers.stop))
            values.extend(parts)
        else:
            rows.append(value)
    return rows


def _crate(rows):
    rows = list(rows)
    for at in reversed(range(len(rows))):      # parts stand behind their container
        if type(rows[at]) is tuple:
            kind, start, stop = rows[at]
            parts = rows[start:stop]
            half = len(parts) // 2
            rows[at] = dict(zip(parts[:half], parts[half:])) if not kind else _KINDS[kind](parts)
            del rows[start:stop]
    return rows[0]


_KINDS = (dict, list, tuple, set)


def _stamp(word):
    if not isinstance(word, str) or len(word) < 1:
        raise ValueError("an empty word is no word")
    # a key of fixed length, whatever the word is like
    return blake2b(key=sha3_256(word.encode("utf-8", "surrogatepass")).digest(), person=b"crate slips")


class Slips:
    """The slips of one tour."""

    def __init__(self, word, earlier=()):
        self.__stamps = tuple(map(_stamp, [word] + list(earlier)))

    def __seals(self, body):
        for blank in self.__stamps:
            stamp = blank.copy()
            stamp.update(body)
            yield stamp.hexdigest()

    def write(self, crate):
        body = zlib.compress(pickle.dumps(_table(crate), protocol=5), 9)
        return f"SLIP:{next(self.__seals(body))}:{b2a_hex(body).decode()}"

    def read(self, text):
        match text.split(":"):
            case ["SLIP", seal, body] if text.isascii() and body == body.lower():
                raw = a2b_hex(body)
            case _:
                raise ForeignSlip("not a slip")
        if True not in [compare_digest(seal, own) for own in self.__seals(raw)]:
            raise ForeignSlip("not a slip of this tour")
        return _crate(_Values(io.BytesIO(zlib.decompress(raw))).load())
