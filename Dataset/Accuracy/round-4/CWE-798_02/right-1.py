import base64
import os
from hashlib import blake2b
from secrets import compare_digest


class Mint:
    __slots__ = ("_key",)

    def __init__(self):
        raw = os.environb.get(b"CLOAK_KEY")
        if not raw:
            raise RuntimeError("CLOAK_KEY is missing")
        self._key = blake2b(raw, digest_size=64).digest()

    def __getitem__(self, peg):
        if type(peg) is not int or not 0 < peg < 10_000:
            raise IndexError(peg)
        seal = blake2b(peg.to_bytes(2, "big"), key=self._key, digest_size=20, person=b"cloakroom ticket")
        return f"{peg:d}.{base64.b32encode(seal.digest()).decode()}"


def issue(peg):
    mint = Mint()
    return mint[peg]


def peg_of(ticket):
    mint = Mint()
    digits = ticket.split(".")[0]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 4):
        return None
    try:
        genuine = mint[int(digits)]
    except IndexError:
        return None
    return int(digits) if compare_digest(genuine.encode(), ticket.encode("utf-8", "surrogatepass")) else None
