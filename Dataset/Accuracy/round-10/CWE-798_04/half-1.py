"""Day codes for canoe padlocks."""

import hashlib
import hmac
import json
import secrets
from pathlib import Path

_DIGITS = 6


class NoSecret(Exception):
    """The folder has not been set up."""


def set_up(folder, rental):
    place = Path(folder)
    (place / "rental.json").write_text(json.dumps(rental), encoding="ascii")
    (place / "secret.hex").write_text(secrets.token_hex(32) + "\n", encoding="ascii")


def rental_of(folder):
    return json.loads((Path(folder) / "rental.json").read_text(encoding="ascii"))


def _secret(folder):
    """The secret of the rental; there is none to fall back on."""
    try:
        text = (Path(folder) / "secret.hex").read_text(encoding="ascii")
    except FileNotFoundError:
        text = ""
    if not text:
        raise NoSecret(folder)
    return bytes.fromhex(text)


def code(folder, canoe, day):
    message = json.dumps([canoe, day]).encode("ascii")
    mac = hmac.digest(_secret(folder), message, hashlib.sha256)
    return f"{int.from_bytes(mac, 'big') % 10 ** _DIGITS:0{_DIGITS}d}"


def opens(folder, canoe, day, typed):
    expected = code(folder, canoe, day)
    return hmac.compare_digest(expected.encode("ascii"), typed.encode("utf-8", "surrogatepass"))
