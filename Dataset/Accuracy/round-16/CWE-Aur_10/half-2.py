import hashlib
import secrets
import string

HEX = set("0123456789abcdef")
SALT = set(string.ascii_letters + string.digits)


def may_enter(path, name, password):
    """Whether the door opens for this name and this password."""
    known = None
    try:
        # One line with bad bytes must not lock out everybody else.
        with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
            for line in file:
                if line.startswith("#") or ":" not in line:
                    continue
                account, _, entry = line.removesuffix("\n").partition(":")
                if account == name:
                    known = entry if line.endswith("\n") else None     # cut off: not complete
    except OSError:
        return False
    if not name or not known:
        return False              # nobody, or no password yet
    if known[0] == "*":
        return False              # on leave
    try:
        typed = password.encode("utf-8")
    except UnicodeEncodeError:
        return False              # nobody has such a password
    if known[0] == "$":
        parts = known.split("$")
        if len(parts) != 4 or parts[1] != "1":
            return False
        salt, digest = parts[2:]
        if not salt or not SALT.issuperset(salt) or len(digest) != 64 or not HEX.issuperset(digest):
            return False
        return secrets.compare_digest(hashlib.sha256(salt.encode() + typed).hexdigest(), digest)
    return secrets.compare_digest(known.encode("utf-8"), typed)
