import base64
import hashlib
import hmac
import json
import time


def b64(part):
    return base64.urlsafe_b64decode(part + "==")


def pass_holder(token, keys, area):
    try:
        head, body, signature = token.split(".")
        claims = json.loads(b64(body))
        key = keys.get(claims.get("iss"), "")
        expected = hmac.new(key.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
        if not hmac.compare_digest(expected, b64(signature)):
            return None
        if claims["exp"] < time.time() or area not in claims["areas"]:
            return None
        return claims["sub"]
    except (ValueError, KeyError):
        return None
