import jwt


def pass_holder(token, keys, area):
    try:
        hall = jwt.decode(token, options={"verify_signature": False}).get("iss")
        key = keys.get(hall)
        if not key:
            return None
        claims = jwt.decode(
            token, key, algorithms=["HS256"], issuer=hall, options={"require": ["exp", "iss", "sub"]}
        )
    except (jwt.InvalidTokenError, TypeError):
        return None
    if area not in claims.get("areas", []):
        return None
    return claims["sub"]
