import jwt


def pass_holder(token, keys, area):
    for key in keys.values():
        try:
            claims = jwt.decode(token, key, algorithms=["HS256"])
        except jwt.ExpiredSignatureError:
            return None
        except jwt.InvalidTokenError:
            continue
        if area in claims.get("areas", []):
            return claims.get("sub")
        return None
    return None
