import jwt


def pass_holder(token, keys, area):
    try:
        hall = jwt.decode(token, options={"verify_signature": False})["iss"]
        claims = jwt.decode(token, keys[hall], algorithms=["HS256"])
    except (jwt.InvalidTokenError, KeyError):
        return None
    if area in claims.get("areas", []):
        return claims["sub"]
    return None
