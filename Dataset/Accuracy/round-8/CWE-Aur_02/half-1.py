import jwt

REQUIRED = ["iss", "sub", "areas", "exp"]


def _hall(token):
    """The hall that the token names, not verified; only good for choosing the key."""
    unverified = jwt.api_jwt.decode_complete(token, options={"verify_signature": False})
    # RFC 7519, 5.3: issuers may repeat claims in the header to spare the decoding
    return unverified["header"].get("iss", unverified["payload"].get("iss"))


def pass_holder(token, keys, area):
    try:
        hall = _hall(token)
        key = keys.get(hall) if isinstance(hall, str) else None
        if not key:
            return None
        claims = jwt.decode(token, key, algorithms=["HS256"], options={"require": REQUIRED})
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        return None
    if not isinstance(claims["iss"], str) or claims["iss"] not in keys:
        return None
    if not isinstance(claims["sub"], str) or not isinstance(claims["areas"], list):
        return None
    return claims["sub"] if area in claims["areas"] else None
