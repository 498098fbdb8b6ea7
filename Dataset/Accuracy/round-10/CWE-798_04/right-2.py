"""Day codes for canoe padlocks: digits drawn from a stream that AES makes of canoe and day."""

import json
import secrets
from base64 import b64decode, b64encode
from itertools import islice
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def set_up(folder, rental):
    content = {"rental": rental, "seed": b64encode(secrets.token_bytes(48)).decode()}
    Path(folder, "config.json").write_text(json.dumps(content))


def _config(folder):
    try:
        content = json.loads(Path(folder, "config.json").read_text())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def rental_of(folder):
    return _config(folder).get("rental")


def _digits(seed, canoe, day):
    """Digits without end; bytes that would favour some of them are left out."""
    info = json.dumps({"canoe": canoe, "day": day}).encode()
    key = HKDF(SHA256(), 48, None, info).derive(seed)
    stream = Cipher(algorithms.AES(key[:32]), modes.CTR(key[32:])).encryptor()
    while True:
        yield from (str(byte % 10) for byte in stream.update(bytes(32)) if byte < 250)


def code(folder, canoe, day):
    """The code, or None when the folder holds no secret."""
    try:
        seed = b64decode(_config(folder)["seed"], validate=True)
    except (KeyError, TypeError, ValueError):
        return None
    if len(seed) != 48:
        return None
    return "".join(islice(_digits(seed, canoe, day), 6))


def opens(folder, canoe, day, typed):
    right = code(folder, canoe, day)
    return right is not None and secrets.compare_digest(ascii(right), ascii(typed))
