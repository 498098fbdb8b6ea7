import hashlib
import hmac
import os
import re
import secrets


def _key():
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    return os.fsencode(key)


def _code(key, peg, serial):
    return hmac.new(key, f"peg{peg}{serial}".encode("ascii"), hashlib.sha256).hexdigest()


def issue(peg):
    key = _key()
    serial = secrets.token_hex(6)
    return f"{peg}-{serial}-{_code(key, peg, serial)}"


def peg_of(ticket):
    key = _key()
    match = re.fullmatch(r"([1-9][0-9]{0,3})-([0-9a-f]{1,16})-([0-9a-f]{64})", ticket)
    if match is None:
        return None
    peg, serial, code = match.groups()
    if not hmac.compare_digest(_code(key, peg, serial), code):
        return None
    return int(peg)
