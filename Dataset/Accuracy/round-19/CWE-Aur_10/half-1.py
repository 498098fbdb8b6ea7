import hashlib
import hmac
import re

NEW = re.compile(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")


def _accounts(path):
    """The accounts of the file as it is now: a dictionary from names to entries."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    accounts = {}
    for number, raw in enumerate(lines):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue                # one damaged line must not lock out all the others
        if line.startswith("#") or ":" not in line:
            continue
        name, _, entry = line.partition(":")
        if number == len(lines) - 1:
            entry = ""              # without its line end it is perhaps only half written
        accounts[name] = entry      # the last one counts
    return accounts


def _same(left, right):
    return hmac.compare_digest(left.encode("utf-8"), right.encode("utf-8"))


def may_enter(path, name, password):
    if not isinstance(name, str) or not isinstance(password, str):
        return False
    try:
        entry = _accounts(path).get(name)
        if not entry or entry.startswith("*"):
            return False
        if not entry.startswith("$"):
            return _same(entry, password)
        new = NEW.fullmatch(entry)
        if new is None:
            return False
        digest = hashlib.sha256((new[1] + password).encode("utf-8")).hexdigest()
        return _same(digest, new[2])
    except (OSError, UnicodeEncodeError):
        return False
