import jwt


def pass_holder(token, keys, area):
    try:
        unverified = jwt.decode(token, options={"verify_signature": False})
        hall = unverified.get("iss")
        if not isinstance(hall, str) or not keys.get(hall):
            return None
        claims = jwt.decode(token, keys[hall], algorithms=["HS256"], issuer=hall,
                            options={"require": ["iss", "sub", "areas", "exp"], "verify_aud": False})
    except Exception:  # whatever a stranger's token brings about, it is not genuine
        return None
    sub, areas = claims["sub"], claims["areas"]
    if not isinstance(sub, str) or not isinstance(areas, list) or area not in areas:
        return None
    return sub
