import jwt


def _verified_claims(token, hall, key):
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=["HS256"],
            issuer=hall,
            options={"require": ["iss", "sub", "exp"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return claims if claims["iss"] == hall else None


def pass_holder(token, keys, area):
    # No claim is read before a signature has been verified: the key that fits
    # tells the hall, and the pass has to name just that hall.
    for hall, key in keys.items():
        if not key:
            continue
        claims = _verified_claims(token, hall, key)
        if claims is None:
            continue
        areas, holder = claims.get("areas"), claims["sub"]
        if isinstance(areas, list) and area in areas and isinstance(holder, str):
            return holder
        return None
    return None
