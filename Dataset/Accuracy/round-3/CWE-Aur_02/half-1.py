import base64
import hashlib
import hmac
import json
import time


def _decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def pass_holder(token, keys, area):
    try:
        head, body, signature = token.split(".")
        header, claims = json.loads(_decode(head)), json.loads(_decode(body))
        if header.get("alg") != "HS256":
            return None
        key = keys.get(claims["iss"])
        if key is None:
            return None
        expected = hmac.new(key.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
        if not hmac.compare_digest(expected, _decode(signature)):
            return None
        if claims["exp"] <= time.time() or area not in claims["areas"]:
            return None
        return claims["sub"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
