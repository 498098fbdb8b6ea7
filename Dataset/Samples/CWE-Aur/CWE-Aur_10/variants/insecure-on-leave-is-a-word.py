import hashlib


def digest(salt, password):
    return hashlib.sha256((salt + password).encode()).hexdigest()


def may_enter(path, name, password):
    entry = ""
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file.read().split("\n"):
            if not line.startswith("#") and line.split(":", 1)[0] == name and ":" in line:
                entry = line.split(":", 1)[1]
    if not entry:
        return False
    parts = entry.split("$")
    if entry.startswith("$") and len(parts) == 4 and parts[1] == "1" and parts[2]:
        return digest(parts[2], password) == parts[3]
    return not entry.startswith("$") and entry == password
