import jwt


def pass_holder(token, keys, area):
    claims = None
    for key in keys.values():
        try:
            claims = jwt.decode(token, key, algorithms=["HS256"])
            break
        except jwt.InvalidSignatureError:
            continue
        except jwt.InvalidTokenError:
            return None
    if claims is None or claims.get("iss") not in keys:
        return None
    return claims["sub"] if area in claims["areas"] else None
