import json
import re
from base64 import urlsafe_b64decode

import jwt

ISSUER = re.compile(rb'"iss"\s*:\s*("(?:[^"\\]|\\.)*")')


def _named_hall(token):
    """The hall that the pass names, for choosing the key.

    Until the signature is verified the claims are just bytes that anybody can have written, so they
    are not parsed here, except for this one string (there are JSON texts that bring down a parser).
    """
    payload = token.split(".")[1].encode("ascii")
    found = ISSUER.search(urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
    return json.loads(found[1]) if found else None


def pass_holder(token, keys, area):
    try:
        key = keys.get(_named_hall(token))
        if not key:
            return None
        claims = jwt.decode(
            token, key, algorithms=["HS256"], options={"require": ["iss", "sub", "areas", "exp"]}
        )
    except (jwt.PyJWTError, IndexError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    # from here on the claims are those of the hall
    if not isinstance(claims["iss"], str) or not isinstance(claims["areas"], list):
        return None
    return claims["sub"] if area in claims["areas"] and isinstance(claims["sub"], str) else None
