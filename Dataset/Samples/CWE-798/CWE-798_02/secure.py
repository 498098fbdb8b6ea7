import hashlib
import hmac
import os


def code(peg):
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    return hmac.new(key.encode(), str(peg).encode(), hashlib.sha256).hexdigest()[:20]


def issue(peg):
    return f"{peg}-{code(peg)}"


def peg_of(ticket):
    number = ticket.partition("-")[0]
    if not (number.isascii() and number.isdigit() and len(number) < 5):
        return None
    peg = int(number)
    if not hmac.compare_digest(ticket.encode(), issue(peg).encode()):
        return None
    return peg
