import base64
import binascii
import hashlib
import hmac
import json
import time
from collections import OrderedDict

# Members go in and out all day: signatures that were verified, with hall and key
_verified = OrderedDict()
_MOST = 10_000


def _decode(part):
    if not part or "=" in part:
        raise ValueError("not base64url")
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)


def _is_signed(text, signature, hall, key):
    if _verified.get(signature) == (hall, key):
        _verified.move_to_end(signature)
        return True
    expected = hmac.new(key.encode(), text.encode("ascii"), hashlib.sha256).digest()
    if not hmac.compare_digest(expected, signature):
        return False
    _verified[signature] = hall, key
    if len(_verified) > _MOST:
        _verified.popitem(last=False)
    return True


def pass_holder(token, keys, area):
    try:
        header, payload, signature = token.split(".")
        parameters, claims = json.loads(_decode(header)), json.loads(_decode(payload))
        if not isinstance(parameters, dict) or parameters.get("alg") != "HS256" or "crit" in parameters:
            return None
        if not isinstance(claims, dict) or not isinstance(claims.get("iss"), str):
            return None
        hall = claims["iss"]
        key = keys.get(hall)
        if not isinstance(key, str) or not key:
            return None
        if not _is_signed(f"{header}.{payload}", _decode(signature), hall, key):
            return None
    except (ValueError, binascii.Error, RecursionError):
        return None
    end, areas, member = claims.get("exp"), claims.get("areas"), claims.get("sub")
    if type(end) not in (int, float) or not time.time() < end:
        return None
    if not isinstance(areas, list) or area not in areas or not isinstance(member, str):
        return None
    return member
