"""Tickets that do not even show the peg: a table of the codes of all pegs is made for each key."""

from functools import lru_cache
from hashlib import blake2b, sha512
from os import environ

PEGS = range(1, 9999 + 1)


def _present_key():
    if key := environ.get("CLOAK_KEY"):
        return key
    raise RuntimeError("CLOAK_KEY?")


class _Table(dict):
    """From a peg to its code; `back` leads from a code to its peg."""

    def __init__(self, key):
        start = blake2b(
            key=sha512(key.encode(errors="surrogateescape")).digest(),
            digest_size=24,
            person=b"ice rink",
        )
        for peg in PEGS:
            code = start.copy()
            code.update(peg.to_bytes(2, "little"))
            signs = code.hexdigest()
            self[peg] = "COAT/" + "/".join(signs[at:at + 6] for at in range(0, 48, 6))
        self.back = {text: peg for peg, text in self.items()}


_table = lru_cache(maxsize=2)(_Table)          # the key is asked for at each call all the same


def issue(peg):
    return _table(_present_key())[peg]


def peg_of(ticket):
    return _table(_present_key()).back.get(ticket)
