import logging
import warnings
from contextlib import suppress

import jwt

log = logging.getLogger(__name__)


class Halls:
    def __init__(self, keys):
        self._keys = {hall: key for hall, key in keys.items() if isinstance(key, str) and key}
        self._jwt = jwt.PyJWT({"require": ["iss", "sub", "exp", "areas"]})

    def claims(self, token):
        """The claims of a genuine pass; anything else raises."""
        for hall, key in self._keys.items():
            with suppress(jwt.InvalidTokenError, jwt.InvalidKeyError):
                # The token must be signed with this hall's key and name this hall, both at once.
                return self._jwt.decode(token, key, algorithms=["HS256"], issuer=hall)
        raise jwt.InvalidTokenError("no hall has sold this pass")


def pass_holder(token, keys, area):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            claims = Halls(keys).claims(token)
    except Exception as error:
        log.info("refused: %s", error)
        return None
    match claims:
        case {"sub": str(sub), "areas": [*areas]} if any(a == area for a in areas if isinstance(a, str)):
            return sub
    return None
