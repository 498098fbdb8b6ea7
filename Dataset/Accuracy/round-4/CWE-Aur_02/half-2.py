import time
import jwt

_verified = {}


def _claims(token, keys):
    if token not in _verified:
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
        key = keys.get(issuer) if isinstance(issuer, str) else None
        if not key:
            return None
        _verified[token] = jwt.decode(token, key, algorithms=["HS256"], issuer=issuer,
                                      options={"require": ["iss", "sub", "exp"]})
    return _verified[token]


def pass_holder(token, keys, area):
    try:
        claims = _claims(token, keys)
    except jwt.PyJWTError:
        return None
    if claims is None or claims["exp"] <= time.time():
        return None
    areas = claims.get("areas")
    if isinstance(areas, list) and area in areas:
        return claims["sub"]
    return None
