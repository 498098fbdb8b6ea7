"""Day codes for canoe padlocks.

Every rental draws a secret number of 256 bits. The code of a canoe on a day is that number, moved
on by a distance which depends on canoe and day, of which the last six digits are taken.
"""

import hashlib
import os
import secrets

_SIZE = 32
_CODES = 10 ** 6


def _path(folder, name):
    return os.path.join(folder, name)


def set_up(folder, rental):
    handle = os.open(_path(folder, "secret"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_SIZE))
    with open(_path(folder, "rental"), "wb") as file:
        file.write(rental.encode("utf-8", "surrogatepass"))


def rental_of(folder):
    with open(_path(folder, "rental"), "rb") as file:
        return file.read().decode("utf-8", "surrogatepass")


def _secret(folder):
    with open(_path(folder, "secret"), "rb") as file:
        secret = file.read()
    if len(secret) != _SIZE:
        raise ValueError("the secret of this rental is missing or damaged")
    return int.from_bytes(secret, "big")


def _distance(canoe, day):
    return int.from_bytes(hashlib.sha256(f"{canoe}|{day}".encode("utf-8")).digest(), "big")


def code(folder, canoe, day):
    return format((_secret(folder) + _distance(canoe, day)) % _CODES, "06d")


def opens(folder, canoe, day, typed):
    return secrets.compare_digest(
        code(folder, canoe, day).encode(), typed.encode("utf-8", "surrogatepass")
    )
