import jwt


def _key_for(token, keys):
    """The key of the hall that sold the pass: halls with several keys name one as `kid`, else it is their name."""
    header = jwt.get_unverified_header(token)
    claims = jwt.decode(token, options={"verify_signature": False})
    if claims.get("iss") not in keys:
        return None
    name = header.get("kid", claims["iss"])
    return keys.get(name) or None


def pass_holder(token, keys, area):
    try:
        key = _key_for(token, keys)
        if key is None:
            return None
        claims = jwt.decode(
            token, key, algorithms=["HS256"],
            options={"require": ["iss", "sub", "areas", "exp"], "verify_aud": False, "verify_iat": False},
        )
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    if isinstance(claims["areas"], list) and area in claims["areas"]:
        return claims["sub"]
    return None
