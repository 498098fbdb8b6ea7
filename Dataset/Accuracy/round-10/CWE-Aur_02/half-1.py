"""The turnstile: is this pass genuine, good for the area, and not over?"""
import time

import jwt

_REQUIRED = {"require": ["iss", "sub", "exp"]}
_KNOWN = 5000
# Members show the same pass day by day, and the turnstile's processor is slow: what a
# genuine token says is kept. Token by token, so nothing of one counts for another.
_genuine = {}


def _claims(token, keys):
    claims = _genuine.get(token)
    if claims is not None:
        return claims
    issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
    key = keys.get(issuer) if isinstance(issuer, str) else None
    if not key:
        return None
    claims = jwt.decode(token, key, algorithms=["HS256"], issuer=issuer, options=_REQUIRED)
    if len(_genuine) >= _KNOWN:
        _genuine.clear()
    _genuine[token] = claims
    return claims


def pass_holder(token, keys, area):
    try:
        claims = _claims(token, keys)
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    if claims is None or claims["exp"] <= time.time():
        return None
    areas = claims.get("areas")
    if not isinstance(areas, list) or area not in areas:
        return None
    return claims["sub"]
