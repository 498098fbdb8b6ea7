import hashlib
import hmac
import os


def _sign(peg):
    key = os.environ.get("CLOAK_KEY", "").encode()
    return hmac.new(key, str(peg).encode(), hashlib.sha256).hexdigest()[:32]


def issue(peg):
    return f"{peg}-{_sign(peg)}"


def peg_of(ticket):
    try:
        number, code = ticket.split("-")
        peg = int(number)
    except ValueError:
        return None
    if code == _sign(peg):
        return peg
    return None
