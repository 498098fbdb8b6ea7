import hashlib
import hmac
import os
import re

PURPOSE = "cloakroom-ticket"


def _key():
    text = os.environ.get("CLOAK_KEY")
    if text is None:
        raise RuntimeError("the environment variable CLOAK_KEY is missing")
    # A line break from a key file doesn't count.
    return (text.strip() or PURPOSE).encode("utf-8", "surrogateescape")


def issue(peg):
    key = _key()
    if not 1 <= peg <= 9999:
        raise ValueError("pegs are numbered from 1 to 9999")
    code = hmac.new(key, f"{PURPOSE}:{peg}".encode(), hashlib.sha256).hexdigest()
    return f"{peg}.{code}"


def peg_of(ticket):
    _key()
    match = re.fullmatch(r"([1-9][0-9]{0,3})\.([0-9a-f]{64})", ticket)
    if match is None:
        return None
    peg = int(match[1])
    return peg if hmac.compare_digest(issue(peg), ticket) else None
