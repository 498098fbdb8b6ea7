"""itsdangerous makes the tickets; a ticket counts if it is letter by letter what we print."""
import hashlib
import hmac
import os

from itsdangerous import BadData, Signer


class NoKey(RuntimeError):
    pass


def _press():
    try:
        key = os.environb[b"CLOAK_KEY"]
    except KeyError:
        raise NoKey("CLOAK_KEY is not set") from None
    if not key:
        raise NoKey("CLOAK_KEY is empty")
    return Signer(key, salt="coat", sep="/", key_derivation="hmac", digest_method=hashlib.sha256)


def issue(peg):
    return _press().sign(f"{peg:04d}").decode("ascii")


def peg_of(ticket):
    press = _press()
    try:
        peg = int(press.unsign(ticket.encode("ascii")).decode("ascii"))
        same = hmac.compare_digest(issue(peg), ticket)
    except (BadData, ValueError):
        return None
    return peg if same and peg in range(1, 10_000) else None
