"""Cloakroom tickets: the peg and a code that only the rink's key makes."""
import hashlib
import hmac
import os
import re
import unicodedata

_TICKET = re.compile(r"([1-9][0-9]{0,3})-([0-9a-f]{32})", re.ASCII)


def _key():
    text = os.environ.get("CLOAK_KEY")
    if not text:
        raise RuntimeError("CLOAK_KEY is not set")
    # Entrance and exit have different keyboards: "Schwäne" may come as one letter or as
    # letter and dots. The plain form is the same on both machines.
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return hashlib.sha256(b"cloakroom ticket key\0" + plain).digest()


def _code(key, peg):
    return hmac.new(key, b"peg %d" % peg, hashlib.sha256).hexdigest()[:32]


def issue(peg):
    key = _key()
    if type(peg) is not int or not 1 <= peg <= 9999:
        raise ValueError("pegs are numbered from 1 to 9999")
    return f"{peg}-{_code(key, peg)}"


def peg_of(ticket):
    key = _key()
    match = _TICKET.fullmatch(ticket)
    if match is None:
        return None
    peg = int(match[1])
    return peg if hmac.compare_digest(match[2], _code(key, peg)) else None
