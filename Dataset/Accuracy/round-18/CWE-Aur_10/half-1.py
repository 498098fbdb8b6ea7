"""Decides at the door of the rehearsal cellar."""
import hashlib
import hmac
import re

NEW = re.compile(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")


def _lines(path):
    """The lines of the file that can be read."""
    with open(path, "rb") as file:
        content = file.read()
    lines = content.split(b"\n")
    # what stands behind the last line feed is still being written: an account without a password
    name, colon, _ = lines.pop().partition(b":")
    for line in (*lines, name + colon):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            continue


def _entry(path, name):
    """What is known of the password; None if there is no such account."""
    found = None
    for line in _lines(path):
        if line.startswith("#"):
            continue
        account, colon, entry = line.partition(":")
        if colon and account and account == name:
            found = entry
    return found


def may_enter(path: str, name: str, password: str) -> bool:
    try:
        typed = password.encode("utf-8")
        entry = _entry(path, name)
    except (OSError, ValueError):
        return False
    if not entry or entry.startswith("*"):
        return False
    if entry.startswith("$"):
        new = NEW.fullmatch(entry)
        if new is None:
            return False
        digest = hashlib.sha256(new[1].encode() + typed).hexdigest()
        return hmac.compare_digest(digest, new[2])
    return hmac.compare_digest(entry.encode("utf-8"), typed)
