import hashlib
import hmac
import re


def may_enter(path, name, password):
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    entry = ""
    for line in lines:
        account, colon, rest = line.partition(":")
        if colon and not line.startswith("#") and account == name:
            entry = rest
    if not entry or entry.startswith("*"):
        return False
    expected, given = entry, password
    if entry.startswith("$"):
        found = re.fullmatch(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})", entry)
        if not found:
            return False
        expected, given = found[2], hashlib.sha256((found[1] + password).encode()).hexdigest()
    return hmac.compare_digest(expected.encode(), given.encode())
