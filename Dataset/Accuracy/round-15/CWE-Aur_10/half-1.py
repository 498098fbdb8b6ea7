"""Decides whether the door of the rehearsal cellar opens."""
import hashlib
import hmac
import os
import re
import threading

NEW_KIND = re.compile(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")

_lock = threading.Lock()
_read = {}      # path -> (stamp, accounts)


def _parse(data):
    accounts = {}
    # What stands behind the last line feed is no whole line.
    *lines, rest = data.split(b"\n")
    for number, line in enumerate([*lines, rest]):
        if line.startswith(b"#") or b":" not in line:
            continue
        name, entry = line.split(b":", 1)
        try:
            name = name.decode("utf-8")
        except UnicodeDecodeError:
            continue
        try:
            accounts[name] = entry.decode("utf-8")
        except UnicodeDecodeError:
            accounts[name] = ""
        if number == len(lines):
            accounts[name] = ""
    return accounts


def _stamp(status):
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _accounts(path):
    """What the file says now; it is only read again when it has changed."""
    path = os.path.abspath(path)
    with _lock, open(path, "rb") as file:
        stamp = _stamp(os.fstat(file.fileno()))
        known = _read.get(path)
        if known is None or known[0] != stamp:
            known = _read[path] = (stamp, _parse(file.read()))
        return known[1]


def may_enter(path, name, password):
    try:
        entry = _accounts(path).get(name, "") if name else ""
        typed = password.encode("utf-8")
    except (OSError, UnicodeEncodeError):
        return False
    if entry == "" or entry.startswith("*"):
        return False
    if entry.startswith("$"):
        found = NEW_KIND.fullmatch(entry)
        if found is None:
            return False
        digest = hashlib.sha256(found[1].encode("ascii") + typed).hexdigest()
        return hmac.compare_digest(digest, found[2])
    return hmac.compare_digest(entry.encode("utf-8"), typed)
