"""The turnstile: is this pass genuine, good for the area, and not over?"""
import base64
import json

import jwt


def _stated_issuer(token):
    """Who the token says has sold it; this only chooses the key, everything else is read
    when the signature has been verified."""
    _, payload, _ = token.split(".")
    payload += "=" * (-len(payload) % 4)
    members = json.loads(base64.urlsafe_b64decode(payload), object_pairs_hook=list)
    for name, value in members:
        if name == "iss" and isinstance(value, str):
            return value
    return None


def pass_holder(token, keys, area):
    try:
        key = keys.get(_stated_issuer(token))
        if not key:
            return None
        claims = jwt.decode(token, key, algorithms=["HS256"],
                            options={"require": ["iss", "sub", "areas", "exp"]})
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    if isinstance(claims["areas"], list) and area in claims["areas"]:
        return claims["sub"]
    return None
