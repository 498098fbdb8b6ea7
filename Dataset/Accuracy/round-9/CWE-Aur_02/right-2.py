"""The turnstile tries, hall by hall, whether the pass is one of this hall; no claim is read before."""

import json
import warnings
from datetime import datetime, timezone

import jwt
from jwt.api_jws import PyJWS

_JWS = PyJWS(algorithms=["HS256"])


def _signed_with(token, key):
    """The bytes that were signed with this key, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")              # some halls have short keys
        try:
            return _JWS.decode(token, key, algorithms=["HS256"])
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            return None


def _passes(token, keys):
    """Yields the claims of the pass for each hall whose key fits and which it names itself."""
    for hall in filter(keys.get, keys):
        payload = _signed_with(token, keys[hall])
        if payload is None:
            continue
        try:
            claims = json.loads(payload)
        except (ValueError, RecursionError):
            continue
        match claims:
            case {"iss": str(iss), "sub": str(), "areas": list(), "exp": int() | float()} if iss == hall:
                yield claims


def pass_holder(token, keys, area):
    now = datetime.now(timezone.utc).timestamp()
    good = (
        claims["sub"] for claims in _passes(token, keys)
        if claims["exp"] is not True and claims["exp"] > now and area in claims["areas"]
    )
    return next(good, None)
