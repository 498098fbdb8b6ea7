import hashlib

NOBODY = "*"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    return dict(line.split(":", 1) for line in text.split("\n") if ":" in line and not line.startswith("#"))


def matches(entry, password):
    if entry.startswith("$"):
        kind, salt, digest = entry[1:].split("$")
        return kind == "1" and salt != "" and hashlib.sha256(f"{salt}{password}".encode()).hexdigest() == digest
    return entry == password


def may_enter(path, name, password):
    entry = read(path).get(name, NOBODY)
    if not entry or entry[0] == NOBODY:
        return False
    try:
        return matches(entry, password)
    except ValueError:
        return False
