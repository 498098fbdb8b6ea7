import hashlib
import hmac
import os
import re


def _key():
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    # plain letters only, so that both machines have the same bytes whatever their locale
    return key.encode("ascii", "ignore")


def _code(key, peg):
    return hmac.new(key, f"coat peg {peg}".encode(), hashlib.sha256).hexdigest()[:32]


def issue(peg):
    return f"{peg}-{_code(_key(), peg)}"


def peg_of(ticket):
    key = _key()
    match = re.fullmatch(r"([1-9][0-9]{0,3})-([0-9a-f]{32})", ticket)
    if match and hmac.compare_digest(match[2], _code(key, int(match[1]))):
        return int(match[1])
    return None
