import hashlib
import hmac
import os


def _code(peg):
    """The code for a peg.  Each peg has a key of its own, made slowly, so that nobody finds the
    manager's text by trying."""
    try:
        text = os.environ["CLOAK_KEY"]
    except KeyError:
        raise RuntimeError("the environment variable CLOAK_KEY is missing") from None
    if text == "":
        raise RuntimeError("the environment variable CLOAK_KEY is empty")
    secret = f"{text}{peg}".encode("utf-8", "surrogateescape")
    return hashlib.pbkdf2_hmac("sha256", secret, b"cloakroom ticket", 300, 20).hex()


def issue(peg):
    return f"{peg} {_code(peg)}"


def peg_of(ticket):
    number, _, code = ticket.partition(" ")
    if number.isascii() and number.isdigit() and len(number) <= 4 and number[0] != "0":
        peg = int(number)
    else:
        peg = 0
    # also for a peg that there is not, as a missing key has to be noticed in any case
    right = _code(peg)
    if peg and hmac.compare_digest(right.encode(), code.encode("utf-8", "replace")):
        return peg
    return None
