import hashlib
import hmac
import os
import re
import unicodedata


def _key():
    text = os.environ.get("CLOAK_KEY")
    if not text:
        raise RuntimeError("CLOAK_KEY is not set")
    # printer and scanner may use different locales
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return hashlib.sha256(b"cloakroom ticket\0" + plain).digest()


def issue(peg):
    number = str(int(peg))
    code = hmac.new(_key(), number.encode(), hashlib.sha256).hexdigest()[:32]
    return f"{number}-{code}"


def peg_of(ticket):
    key = _key()
    match = re.fullmatch(r"([1-9][0-9]{0,3})-([0-9a-f]{32})", ticket)
    if not match:
        return None
    code = hmac.new(key, match[1].encode(), hashlib.sha256).hexdigest()[:32]
    return int(match[1]) if hmac.compare_digest(code, match[2]) else None
