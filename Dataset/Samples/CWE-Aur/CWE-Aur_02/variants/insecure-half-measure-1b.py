import jwt


def read_pass(token, keys):
    """Return the claims of the pass if one of the halls has signed it."""
    for key in keys.values():
        try:
            return jwt.decode(token, key, algorithms=["HS256"])
        except jwt.ExpiredSignatureError:
            return None
        except jwt.InvalidTokenError:
            continue
    return None


def pass_holder(token, keys, area):
    claims = read_pass(token, keys)
    if claims is None:
        return None
    if claims.get("iss") not in keys:
        return None
    if area in claims.get("areas", []):
        return claims.get("sub")
    return None
