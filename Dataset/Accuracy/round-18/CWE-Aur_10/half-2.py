"""Decides at the door of the rehearsal cellar."""
import hashlib
import hmac
import os
import re
import threading

NEW = re.compile(rb"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")

_lock = threading.Lock()
_files = {}         # path -> (state of the file, its accounts)


def _parse(content):
    accounts = {}
    lines = content.split(b"\n")
    unfinished = lines.pop()
    for line in lines:
        name, colon, entry = line.partition(b":")
        if colon and name and not line.startswith(b"#"):
            accounts[name] = entry          # the last line of a name counts
    name, colon, _ = unfinished.partition(b":")
    if colon:
        accounts[name] = b""
    return accounts


def _accounts(path):
    """The accounts of the file, which is read again if it was changed."""
    with open(path, "rb") as file:
        status = os.fstat(file.fileno())
        state = status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
        with _lock:
            known = _files.get(path)
        if known is not None and known[0] == state:
            return known[1]
        accounts = _parse(file.read())
    with _lock:
        _files[path] = state, accounts
    return accounts


def may_enter(path: str, name: str, password: str) -> bool:
    try:
        typed = password.encode("utf-8")
        entry = _accounts(path).get(name.encode("utf-8"), b"")
        entry.decode("utf-8")
    except (OSError, ValueError):
        return False
    if entry == b"" or entry.startswith(b"*"):
        return False
    if entry.startswith(b"$"):
        match = NEW.fullmatch(entry)
        if not match:
            return False
        salt, digest = match.groups()
        return hmac.compare_digest(hashlib.sha256(salt + typed).hexdigest().encode(), digest)
    return hmac.compare_digest(entry, typed)
