import jwt


def pass_holder(token, keys, area):
    try:
        header = jwt.get_unverified_header(token)
        claimed = jwt.decode(token, options={"verify_signature": False})
        # halls with a directory of keys name theirs in the header
        hall = header.get("kid") or claimed.get("iss")
        key = keys.get(hall) if isinstance(hall, str) else None
        if not key:
            return None
        claims = jwt.decode(token, key, algorithms=["HS256"],
                            options={"require": ["iss", "sub", "exp"]})
    except jwt.PyJWTError:
        return None
    if claims["iss"] not in keys:
        return None
    areas = claims.get("areas")
    if not isinstance(areas, list) or area not in areas:
        return None
    return claims["sub"]
