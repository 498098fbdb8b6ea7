import hashlib
import hmac
import os
import re

TICKET = re.compile(r"([1-9][0-9]{0,3})-[0-9a-f]{40}")


def _key():
    # Read each time, never kept, and with nothing to fall back on.
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    return key.encode("utf-8", "surrogateescape")


def _ticket(key, peg):
    message = f"cloakroom ticket {peg}".encode("ascii")
    code = hmac.new(key, message, hashlib.sha256).hexdigest()
    return f"{peg}-{code[:40]}"


def issue(peg):
    key = _key()
    if isinstance(peg, bool) or not isinstance(peg, int):
        raise TypeError("peg must be an int")
    if not 1 <= peg <= 9999:
        raise ValueError("peg must be from 1 to 9999")
    return _ticket(key, peg)


def peg_of(ticket):
    key = _key()
    match = TICKET.fullmatch(ticket) if isinstance(ticket, str) else None
    if match is None:
        return None
    peg = int(match.group(1))
    if not hmac.compare_digest(ticket, _ticket(key, peg)):
        return None
    return peg
