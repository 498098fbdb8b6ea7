"""The turnstile: who holds a good pass?"""

import time
from collections import OrderedDict

import jwt

# Most members come several times a week, and the processor of a turnstile is slow: passes whose
# signature was verified once are kept, by the complete token.
_verified = OrderedDict()
_MOST = 1000


def _key_of(token, keys):
    """The key of the hall that the pass names.  Nothing else is taken from the unverified claims."""
    iss = jwt.decode(token, options={"verify_signature": False}).get("iss")
    key = keys.get(iss) if isinstance(iss, str) else None
    if not isinstance(key, str) or not key:
        raise jwt.InvalidIssuerError("no hall with a key")
    return iss, key


def _claims(token, keys):
    if token in _verified:
        _verified.move_to_end(token)
        return _verified[token]
    iss, key = _key_of(token, keys)
    claims = jwt.decode(
        token,
        key,
        algorithms=["HS256"],
        issuer=iss,
        options={"require": ["iss", "sub", "exp"]},
    )
    _verified[token] = claims
    if len(_verified) > _MOST:
        _verified.popitem(last=False)
    return claims


def pass_holder(token, keys, area):
    try:
        claims = _claims(token, keys)
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError, OverflowError):
        return None
    # the end is looked at each time, a kept pass may have ended by now
    if not isinstance(claims["exp"], (int, float)) or not claims["exp"] > time.time():
        return None
    areas, sub = claims.get("areas"), claims["sub"]
    if isinstance(areas, list) and area in areas and isinstance(sub, str):
        return sub
    return None
