import os
import re
from functools import wraps
from hashlib import sha256
from hmac import compare_digest

from itsdangerous import BadSignature, Signer


def with_signer(function):
    """Reads the key at each call; the salt is no key, it only names the purpose."""
    @wraps(function)
    def wrapper(argument):
        key = os.environ.get("CLOAK_KEY", "")
        if key == "":
            raise RuntimeError("CLOAK_KEY must be set by the manager")
        signer = Signer(key.encode("utf-8", "surrogateescape"), salt=b"cloakroom ticket", digest_method=sha256,
                        key_derivation="hmac")
        return function(signer, argument)
    return wrapper


@with_signer
def issue(signer, peg):
    if peg not in range(1, 10_000):
        raise ValueError(f"no such peg: {peg!r}")
    return signer.sign(str(int(peg))).decode("ascii")


@with_signer
def peg_of(signer, ticket):
    try:
        text = signer.unsign(ticket.encode("ascii")).decode("ascii")
    except (BadSignature, UnicodeError):
        return None
    # the same signature can be spelled in several ways in base64; only one is ours
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text) or not compare_digest(signer.sign(text), ticket.encode("ascii")):
        return None
    return int(text)
