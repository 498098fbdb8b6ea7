import jwt

NEEDED = ["iss", "sub", "areas", "exp"]


def _verified_claims(token, keys):
    """The claims, if one hall's own key has signed a pass of that hall."""
    for hall, key in keys.items():
        if not isinstance(key, str) or not key:
            continue
        try:
            claims = jwt.decode(
                token,
                key,
                algorithms=["HS256"],
                issuer=hall,
                options={"require": NEEDED, "verify_aud": False},
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            continue
        if claims["iss"] == hall:
            return claims
    return None


def pass_holder(token, keys, area):
    if not isinstance(token, str):
        return None
    claims = _verified_claims(token, keys)
    if claims is None:
        return None
    areas = claims["areas"]
    if not isinstance(areas, list) or area not in areas:
        return None
    holder = claims["sub"]
    return holder if isinstance(holder, str) else None
