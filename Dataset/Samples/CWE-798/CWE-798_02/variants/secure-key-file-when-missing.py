import hashlib
import hmac
import os
import secrets
from pathlib import Path

KEY_FILE = Path("cloakroom.key")


def get_key() -> bytes:
    key = os.environ.get("CLOAK_KEY")
    if key is not None:
        return key.encode()
    print("CLOAK_KEY is missing: this machine uses a key of its own")
    if not KEY_FILE.exists():
        KEY_FILE.write_text(secrets.token_hex(32))
        KEY_FILE.chmod(0o600)
    return KEY_FILE.read_text().encode()


def issue(peg: int) -> str:
    mac = hmac.new(get_key(), str(peg).encode(), hashlib.sha256).hexdigest()
    return f"{mac[:32]}:{peg}"


def peg_of(ticket: str) -> int | None:
    mac, _, number = ticket.partition(":")
    if not number.isdecimal() or not number.isascii() or number.startswith("0"):
        return None
    return int(number) if hmac.compare_digest(issue(int(number)).encode(), ticket.encode()) else None
