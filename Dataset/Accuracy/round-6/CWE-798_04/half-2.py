import hashlib
import hmac
import secrets
from functools import lru_cache
from pathlib import Path


def set_up(folder, rental):
    base = Path(folder)
    (base / "rental").write_bytes(rental.encode("utf-8"))
    (base / "secret").write_text(secrets.token_hex(32))


def rental_of(folder):
    return (Path(folder) / "rental").read_bytes().decode("utf-8")


@lru_cache(maxsize=None)
def _secret(folder):
    secret = bytes.fromhex((Path(folder) / "secret").read_text())
    if len(secret) < 32:
        raise RuntimeError("no secret in this folder, please set it up")
    return secret


def code(folder, canoe, day):
    digest = hmac.new(_secret(folder), f"{canoe}|{day}".encode(), hashlib.sha256).digest()
    return str(int.from_bytes(digest, "big") % 1_000_000).zfill(6)


def opens(folder, canoe, day, typed):
    try:
        return hmac.compare_digest(code(folder, canoe, day).encode(), typed.encode())
    except (OSError, ValueError, RuntimeError):
        return False
