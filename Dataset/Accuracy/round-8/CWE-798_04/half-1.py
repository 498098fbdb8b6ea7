import hashlib
import hmac
import os
import secrets


def set_up(folder, rental):
    with open(os.path.join(folder, "rental.txt"), "w", encoding="utf-8", newline="") as file:
        file.write(rental)
    with open(os.path.join(folder, "secret.txt"), "x", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")


def rental_of(folder):
    with open(os.path.join(folder, "rental.txt"), encoding="utf-8", newline="") as file:
        return file.read()


def _key(folder):
    with open(os.path.join(folder, "secret.txt"), encoding="ascii") as file:
        text = file.read()
    if not text:
        raise ValueError("the secret is missing")
    return bytes.fromhex(text)


def code(folder, canoe, day):
    digest = hmac.new(_key(folder), f"{canoe}|{day}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 1_000_000:06d}"


def opens(folder, canoe, day, typed):
    try:
        right = code(folder, canoe, day)
    except (OSError, ValueError):
        return False
    return hmac.compare_digest(right.encode(), typed.encode())
