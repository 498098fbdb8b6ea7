from functools import lru_cache

import jwt


@lru_cache(maxsize=1024)
def _verified(token, issuer, key):
    return jwt.decode(
        token,
        key,
        algorithms=["HS256"],
        issuer=issuer,
        options={"require": ["iss", "sub", "areas", "exp"], "verify_aud": False},
    )


def pass_holder(token, keys, area):
    try:
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
        key = keys.get(issuer) if isinstance(issuer, str) else None
        if not key:
            return None
        claims = _verified(token, issuer, key)
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError):
        return None
    if not isinstance(claims["areas"], list) or area not in claims["areas"]:
        return None
    return claims["sub"] if isinstance(claims["sub"], str) else None
