import contextlib
import warnings

import jwt


def sold_by(hall, key, token):
    """The claims of a token if just this hall has sold it and it has not ended; raises otherwise."""
    if not isinstance(key, str) or not key:
        raise jwt.InvalidKeyError(hall)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        claims = jwt.decode(
            token, key, algorithms=("HS256",), issuer=hall,
            options={"require": ["iss", "sub", "areas", "exp"], "verify_aud": False, "verify_iat": False, "verify_nbf": False},
        )
    if claims["iss"] != hall:
        raise jwt.InvalidIssuerError(hall)
    return claims


def candidates(token, keys):
    for hall, key in keys.items():
        with contextlib.suppress(jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            yield sold_by(hall, key, token)


def pass_holder(token, keys, area):
    match next(candidates(token, keys), None):
        case {"sub": str(holder), "areas": list(areas)} if area in areas:
            return holder
    return None
