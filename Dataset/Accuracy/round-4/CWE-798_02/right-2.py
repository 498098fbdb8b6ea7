import hashlib
import os
from functools import wraps
from itsdangerous import BadSignature, Signer


def keyed(function):
    @wraps(function)
    def inner(value):
        try:
            key = os.environ["CLOAK_KEY"]
        except KeyError:
            raise RuntimeError("CLOAK_KEY is not set") from None
        if key == "":
            raise RuntimeError("CLOAK_KEY is empty")
        return function(value, Signer(os.fsencode(key), salt="cloakroom", key_derivation="hmac", digest_method=hashlib.sha256))
    return inner


@keyed
def issue(peg, signer):
    return signer.sign(str(peg)).decode("ascii")


@keyed
def peg_of(ticket, signer):
    try:
        peg = int(signer.unsign(ticket.encode("ascii")))
    except (BadSignature, UnicodeError, ValueError):
        return None
    return peg if 1 <= peg <= 9999 and signer.sign(str(peg)) == ticket.encode("ascii") else None
