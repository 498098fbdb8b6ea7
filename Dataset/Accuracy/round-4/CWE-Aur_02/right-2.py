from contextlib import suppress
import jwt

ENGINE = jwt.PyJWT({"require": ["exp", "iss", "sub"], "verify_exp": True})


def genuine(token, keys):
    for hall, key in keys.items():
        if not key:
            continue
        with suppress(jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            claims = ENGINE.decode(token, key, algorithms=("HS256",))
            if type(claims["iss"]) is str and claims["iss"] == hall and type(claims["exp"]) is not bool:
                yield claims


def pass_holder(token, keys, area):
    match next(genuine(token, keys), None):
        case {"sub": str(holder), "areas": [*areas]} if area in areas:
            return holder
    return None
