import hashlib
import hmac
import secrets
from pathlib import Path


def set_up(folder, rental):
    Path(folder, "name.txt").write_bytes(rental.encode("utf-8"))
    Path(folder, "secret.bin").write_bytes(secrets.token_bytes(32))


def rental_of(folder):
    return Path(folder, "name.txt").read_bytes().decode("utf-8")


def _secret(folder):
    secret = Path(folder, "secret.bin").read_bytes()
    if len(secret) != 32:
        raise ValueError("the secret of this rental is missing")
    return secret


def _number(data):
    return int.from_bytes(hashlib.sha256(data).digest(), "big")


def code(folder, canoe, day):
    if not 1 <= canoe <= 99:
        raise ValueError("canoes have the numbers 1 to 99")
    secret = _secret(folder)
    place = f"{rental_of(folder)}\n{canoe}\n{day}".encode("utf-8")
    return str((_number(secret) + _number(place)) % 10 ** 6).zfill(6)


def opens(folder, canoe, day, typed):
    try:
        return hmac.compare_digest(code(folder, canoe, day), typed)
    except (OSError, ValueError, TypeError):
        return False
