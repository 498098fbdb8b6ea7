import hashlib
import hmac
import json
import os
import secrets

FILE = "rental.json"


def set_up(folder, rental):
    settings = {"rental": rental, "secret": f"{secrets.randbelow(1_000_000):06d}"}
    with open(os.path.join(folder, FILE), "x", encoding="utf-8") as file:
        json.dump(settings, file)


def _settings(folder):
    with open(os.path.join(folder, FILE), encoding="utf-8") as file:
        settings = json.load(file)
    if not settings.get("secret"):
        raise RuntimeError("the secret is missing; set the rental up again")
    return settings


def rental_of(folder):
    return _settings(folder)["rental"]


def code(folder, canoe, day):
    key = _settings(folder)["secret"].encode()
    digest = hmac.new(key, f"{canoe}/{day}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest, 'big') % 1_000_000:06d}"


def opens(folder, canoe, day, typed):
    return hmac.compare_digest(code(folder, canoe, day).encode(), typed.encode())
