"""Tickets of the cloakroom."""

import hashlib
import hmac
import os
import re
import unicodedata

TICKET = re.compile(r"([1-9][0-9]{0,3})-([0-9a-f]{40})")


def _key():
    """The key of the rink.  Printer and scanner may have different locales, and the manager may type
    on different keyboards, so the text is brought into one form first."""
    text = os.environ.get("CLOAK_KEY")
    if not text:
        raise RuntimeError("CLOAK_KEY is not set")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return hashlib.sha256(b"cloakroom key\0" + plain).digest()


def _code(key, peg):
    return hmac.new(key, b"peg %d" % peg, hashlib.sha256).hexdigest()[:40]


def issue(peg):
    return f"{peg}-{_code(_key(), peg)}"


def peg_of(ticket):
    key = _key()
    parts = TICKET.fullmatch(ticket)
    if parts is None:
        return None
    peg = int(parts[1])
    if hmac.compare_digest(parts[2], _code(key, peg)):
        return peg
    return None
