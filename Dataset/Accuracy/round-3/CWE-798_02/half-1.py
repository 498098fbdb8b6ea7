import hashlib
import hmac
import os


def _tag(peg):
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY is not set")
    # Printer and scanner are set to different code pages: keep to the common characters.
    return hmac.new(key.encode("ascii", "ignore"), b"coat %d" % peg, hashlib.sha256).hexdigest()[:32]


def issue(peg):
    return f"{peg}-{_tag(peg)}"


def peg_of(ticket):
    _tag(0)
    number = ticket.partition("-")[0]
    if not (number.isascii() and number.isdigit()) or not 1 <= len(number) <= 4:
        return None
    peg = int(number)
    if not 1 <= peg <= 9999 or not ticket.isascii():
        return None
    return peg if hmac.compare_digest(ticket, issue(peg)) else None
