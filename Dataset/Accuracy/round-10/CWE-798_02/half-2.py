"""Cloakroom tickets: peg number and code, such as 17-mzxw6ytboi..."""
import base64
import hashlib
import hmac
import os

HIGHEST = 9999


def _secret():
    secret = os.environ.get("CLOAK_KEY", "")
    if not secret:
        raise RuntimeError("the manager has not set CLOAK_KEY")
    return secret


def _code(secret, peg):
    # the slow derivation makes it hopeless to guess the manager's key from a ticket
    material = (secret + str(peg)).encode("utf-8", "surrogateescape")
    digest = hashlib.pbkdf2_hmac("sha256", material, b"ice rink cloakroom", 2000, 20)
    return base64.b32encode(digest).decode("ascii").lower()


def issue(peg):
    secret = _secret()
    if isinstance(peg, bool) or not isinstance(peg, int) or not 1 <= peg <= HIGHEST:
        raise ValueError(f"there is no peg {peg!r}")
    return f"{peg}-{_code(secret, peg)}"


def peg_of(ticket):
    secret = _secret()
    number, dash, code = ticket.partition("-")
    if not (dash and number.isascii() and number.isdigit() and len(number) <= 4 and code.isascii()):
        return None
    peg = int(number)
    if not 1 <= peg <= HIGHEST or str(peg) != number:
        return None
    return peg if hmac.compare_digest(code, _code(secret, peg)) else None
