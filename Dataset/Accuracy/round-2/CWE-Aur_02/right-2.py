import warnings
from functools import reduce

import jwt


def unverified(state):
    """Nothing of this is believed: the name of the hall only says which key has to fit."""
    token = state["token"]
    claims = jwt.decode(token, options={"verify_signature": False})
    return {**state, "hall": claims["iss"]}


def with_key(state):
    hall = state["hall"]
    key = state["keys"][hall] if isinstance(hall, str) else ""
    if not key:
        raise jwt.InvalidKeyError("this hall has no key")
    return {**state, "key": key}


def verified(state):
    with warnings.catch_warnings():
        # some halls have short keys
        warnings.simplefilter("ignore")
        claims = jwt.decode(
            state["token"], state["key"], algorithms=["HS256"], issuer=state["hall"],
            options={"require": ["iss", "sub", "areas", "exp"], "verify_exp": True, "verify_iss": True,
                     "verify_aud": False, "verify_iat": False, "verify_nbf": False})
    return {**state, "claims": claims}


def admitted(state):
    match state["claims"]:
        case {"sub": str(member), "areas": [*areas]} if state["area"] in areas:
            return member
    raise PermissionError("not for this area")


def pass_holder(token, keys, area):
    steps = (unverified, with_key, verified, admitted)
    try:
        return reduce(lambda state, step: step(state), steps, {"token": token, "keys": keys, "area": area})
    except (jwt.PyJWTError, PermissionError, LookupError, ValueError, TypeError, RecursionError):
        return None
