import hashlib
import hmac
import os
import secrets


def set_up(folder, rental):
    with open(os.path.join(folder, "rental"), "wb") as file:
        file.write(rental.encode("utf-8"))
    with open(os.path.join(folder, "secret"), "wb") as file:
        file.write(secrets.token_bytes(32))


def rental_of(folder):
    with open(os.path.join(folder, "rental"), "rb") as file:
        return file.read().decode("utf-8")


def code(folder, canoe, day):
    with open(os.path.join(folder, "secret"), "rb") as file:
        secret = file.read()
    if len(secret) != 32:
        raise ValueError("the secret is missing")
    digest = hmac.new(secret, f"{canoe} {day}".encode("utf-8"), hashlib.sha256).digest()
    return f"{int.from_bytes(digest, 'big') % 1000000:06d}"


def opens(folder, canoe, day, typed):
    try:
        right = code(folder, canoe, day)
    except (OSError, ValueError):
        return False
    return hmac.compare_digest(right.encode(), typed.encode("utf-8"))
