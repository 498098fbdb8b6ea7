import time

import jwt


def pass_holder(token, keys, area):
    try:
        claims = jwt.decode(
            token, algorithms=["HS256"], options={"verify_signature": False}
        )
    except jwt.InvalidTokenError:
        return None

    if claims.get("iss") not in keys:
        return None
    if claims.get("exp", 0) <= time.time():
        return None
    if area not in claims.get("areas", []):
        return None
    return claims.get("sub")
