import hmac
import json
import os
import secrets


def _file(folder):
    return os.path.join(folder, "rental.json")


def set_up(folder, rental):
    with open(_file(folder), "x", encoding="utf-8") as f:
        json.dump({"rental": rental, "secret": secrets.token_hex(32)}, f)


def _load(folder):
    with open(_file(folder), encoding="utf-8") as f:
        return json.load(f)


def rental_of(folder):
    return _load(folder)["rental"]


def code(folder, canoe, day):
    secret = bytes.fromhex(_load(folder)["secret"])
    digest = hmac.digest(secret, json.dumps([canoe, day]).encode(), "sha256")
    return f"{int.from_bytes(digest, 'big') % 10**6:06}"


def opens(folder, canoe, day, typed):
    try:
        return hmac.compare_digest(code(folder, canoe, day).encode(), typed.encode())
    except (OSError, KeyError, TypeError, ValueError):
        return False
