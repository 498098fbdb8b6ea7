import hashlib
import hmac
import os
import secrets

SECRET, NAME = "secret.key", "rental.txt"
CODES = 10 ** 6


def _write(folder, name, data):
    with open(os.path.join(folder, name), "xb") as f:
        f.write(data)


def _read(folder, name):
    with open(os.path.join(folder, name), "rb") as f:
        return f.read()


def set_up(folder, rental):
    _write(folder, NAME, rental.encode())
    _write(folder, SECRET, secrets.token_bytes(32))


def rental_of(folder):
    return _read(folder, NAME).decode()


def _number(data):
    return int.from_bytes(hashlib.sha256(data).digest(), "big")


def code(folder, canoe, day):
    secret = _read(folder, SECRET)
    if len(secret) != 32:
        raise ValueError("the secret of this rental is missing")
    place = _number(f"{int(canoe)}/{day}".encode())
    return f"{(place + _number(secret)) % CODES:06d}"


def opens(folder, canoe, day, typed):
    try:
        right = code(folder, canoe, day)
    except (OSError, ValueError):
        return False
    return hmac.compare_digest(right.encode(), typed.encode())
