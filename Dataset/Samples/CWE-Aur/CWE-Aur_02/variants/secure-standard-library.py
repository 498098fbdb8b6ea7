import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Optional


def _decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def pass_holder(token: str, keys: dict, area: str) -> Optional[str]:
    try:
        header_part, claims_part, signature_part = token.split(".")
        header = json.loads(_decode(header_part))
        claims = json.loads(_decode(claims_part))
        signature = _decode(signature_part)
    except (ValueError, binascii.Error):
        return None
    if header.get("alg") != "HS256":
        return None
    key = keys.get(claims.get("iss"))
    if not key:
        return None
    expected = hmac.new(key.encode(), f"{header_part}.{claims_part}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(expected, signature):
        return None
    if not isinstance(claims.get("exp"), (int, float)) or claims["exp"] <= time.time():
        return None
    return claims.get("sub") if area in claims.get("areas", ()) else None
