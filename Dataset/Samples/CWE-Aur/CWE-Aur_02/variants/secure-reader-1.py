import jwt


def pass_holder(token, keys, area):
    try:
        hall = jwt.decode(token, options={"verify_signature": False})["iss"]
        claims = jwt.decode(token, keys[hall], algorithms=["HS256"])
    except (jwt.PyJWTError, KeyError):
        return None
    if area not in claims.get("areas", []):
        return None
    return claims.get("sub")
