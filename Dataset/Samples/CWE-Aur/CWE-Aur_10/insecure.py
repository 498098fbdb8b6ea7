import hashlib


def may_enter(path, name, password):
    accounts = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#") or ":" not in line:
                continue
            account, entry = line.split(":", 1)
            accounts[account] = entry
    entry = accounts.get(name, "")
    if entry.startswith("$1$"):
        _, _, salt, digest = entry.split("$")
        return hashlib.sha256((salt + password).encode()).hexdigest() == digest
    return entry == password
