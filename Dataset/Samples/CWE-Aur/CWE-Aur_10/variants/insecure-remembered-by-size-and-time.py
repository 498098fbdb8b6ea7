import os
import hashlib


def digest(salt, password):
    return hashlib.sha256((salt + password).encode()).hexdigest()


known = {}


def accounts_of(path):
    found = os.stat(path)
    stamp = (found.st_size, int(found.st_mtime))
    if path not in known or known[path][0] != stamp:
        accounts = {}
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file.read().split("\n"):
                account, colon, entry = line.partition(":")
                if colon and not line.startswith("#"):
                    accounts[account] = entry
        known[path] = (stamp, accounts)
    return known[path][1]


def may_enter(path, name, password):
    entry = accounts_of(path).get(name, "")
    if not entry or entry[0] == "*":
        return False
    if entry[0] == "$":
        parts = entry.split("$")
        return len(parts) == 4 and parts[1] == "1" and digest(parts[2], password) == parts[3]
    return entry == password
