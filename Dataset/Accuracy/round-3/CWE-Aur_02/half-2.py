import jwt


def pass_holder(token, keys, area):
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(token, options={"verify_signature": False})
        # A hall may name its key in the header; else its name is the key's name.
        hall = header.get("kid", claims.get("iss"))
        key = keys.get(hall)
        if not key or claims.get("iss") not in keys:
            return None
        verified = jwt.decode(token, key, algorithms=["HS256"], options={"require": ["exp", "iss", "sub"]})
    except (jwt.PyJWTError, TypeError):
        return None
    areas = verified.get("areas")
    if not isinstance(areas, list) or area not in areas:
        return None
    return verified["sub"]
