import json
import os
from datetime import date

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

FILE = "padlocks.json"


def set_up(folder, rental):
    data = {"rental": rental, "secret": os.urandom(32).hex()}
    with open(os.path.join(folder, FILE), "x", encoding="utf-8") as out:
        json.dump(data, out)


def _load(folder):
    with open(os.path.join(folder, FILE), encoding="utf-8") as file:
        return json.load(file)


def rental_of(folder):
    return _load(folder)["rental"]


def _hotp(folder):
    secret = bytes.fromhex(_load(folder)["secret"])
    if len(secret) != 32:
        raise ValueError("the secret is damaged")
    return HOTP(secret, 6, SHA256())


def _counter(canoe, day):
    return (date.fromisoformat(day).toordinal() << 6) + canoe


def code(folder, canoe, day):
    return _hotp(folder).generate(_counter(canoe, day)).decode("ascii")


def opens(folder, canoe, day, typed):
    try:
        _hotp(folder).verify(typed.encode("utf-8"), _counter(canoe, day))
    except (InvalidToken, OSError, ValueError, KeyError, TypeError):
        return False
    return True
