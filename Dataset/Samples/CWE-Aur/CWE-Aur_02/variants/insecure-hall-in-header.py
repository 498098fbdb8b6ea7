import jwt


def pass_holder(token, keys, area):
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(token, options={"verify_signature": False})
        hall = header.get("kid", claims["iss"])
        claims = jwt.decode(token, keys[hall], algorithms=["HS256"])
    except (jwt.InvalidTokenError, KeyError):
        return None
    if claims["iss"] not in keys:
        return None
    return claims["sub"] if area in claims["areas"] else None
