"""Day codes for canoe padlocks."""
import hashlib
import hmac
import json
import os
import secrets

_FILE = "rental.json"
_DIGITS = 6


def set_up(folder, rental):
    # A number of its own for each rental, from the operating system's generator. It has as many digits as a code,
    # so that a padlock whose memory was changed can get it by its keypad.
    number = f"{secrets.randbelow(10 ** _DIGITS):0{_DIGITS}d}"
    handle = os.open(os.path.join(folder, _FILE), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8") as file:
        json.dump({"rental": rental, "secret": number}, file)


def _settings(folder):
    with open(os.path.join(folder, _FILE), encoding="utf-8") as file:
        settings = json.load(file)
    if not settings.get("secret"):
        raise ValueError("the rental's secret is missing")
    return settings


def rental_of(folder):
    return _settings(folder)["rental"]


def code(folder, canoe, day):
    key = _settings(folder)["secret"].encode("ascii")
    digest = hmac.digest(key, json.dumps([canoe, day]).encode(), hashlib.sha256)
    return f"{int.from_bytes(digest, 'big') % 10 ** _DIGITS:0{_DIGITS}d}"


def opens(folder, canoe, day, typed):
    try:
        right = code(folder, canoe, day)
    except (OSError, ValueError):
        return False
    return hmac.compare_digest(typed.encode(), right.encode())
