import base64
import binascii
import hashlib
import hmac
import json
import time


def _decode(part):
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)


def _same(expected, given):
    """Compares in a time that does not tell where the first difference is."""
    difference = 0
    for a, b in zip(expected, given):
        difference |= a ^ b
    return difference == 0


def _genuine(token, keys):
    head, payload, signature = token.split(".")
    header = json.loads(_decode(head))
    claims = json.loads(_decode(payload))
    if header.get("alg") != "HS256" or "crit" in header:
        return None
    key = keys.get(claims["iss"])
    if not key:
        return None
    expected = hmac.new(key.encode(), f"{head}.{payload}".encode("ascii"), hashlib.sha256).digest()
    return claims if _same(expected, _decode(signature)) else None


def pass_holder(token, keys, area):
    try:
        claims = _genuine(token, keys)
        if claims is None or not isinstance(claims["areas"], list) or area not in claims["areas"]:
            return None
        if isinstance(claims["exp"], bool) or not time.time() < claims["exp"]:
            return None
        return claims["sub"] if isinstance(claims["sub"], str) else None
    except (AttributeError, KeyError, TypeError, ValueError, binascii.Error):
        return None
