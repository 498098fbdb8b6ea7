import hashlib


def digest(salt, password):
    return hashlib.sha256((salt + password).encode()).hexdigest()


def may_enter(path, name, password):
    accounts = {}
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file.read().split("\n"):
            account, colon, entry = line.partition(":")
            if colon and not line.startswith("#"):
                accounts[account.strip()] = entry.strip()
    entry = accounts.get(name.strip(), "")
    if not entry or entry.startswith("*"):
        return False
    if entry.startswith("$"):
        parts = entry.split("$")
        return len(parts) == 4 and parts[1] == "1" and digest(parts[2], password) == parts[3]
    return entry == password.strip()
