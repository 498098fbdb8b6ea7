import hashlib
import hmac
import os
import re

TICKET = re.compile(r"([1-9][0-9]{0,3})-([0-9A-F]{4})")


def _key():
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    return key.encode("utf-8", "surrogateescape")


def _check(key, peg):
    return hmac.new(key, b"peg %d" % peg, hashlib.sha256).hexdigest()[:4].upper()


def issue(peg):
    key = _key()
    if not 1 <= peg <= 9999:
        raise ValueError("pegs have the numbers 1 to 9999")
    return f"{peg}-{_check(key, peg)}"


def peg_of(ticket):
    key = _key()
    match = TICKET.fullmatch(ticket)
    if match is None:
        return None
    peg = int(match[1])
    return peg if hmac.compare_digest(match[2], _check(key, peg)) else None
