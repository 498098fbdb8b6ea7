import os


def list_cards(folder):
    found = []
    for directory, _, files in os.walk(folder):
        inner = os.path.relpath(directory, folder)
        for name in files:
            found.append(name if inner == "." else f"{inner}/{name}")
    return sorted(found)


def _stays_below(name):
    """True when no part of the name climbs above the folder."""
    if os.path.isabs(name):
        return False
    depth = 0
    for part in name.split("/"):
        if part == "..":
            depth -= 1
        elif part != ".":
            depth += 1
        if depth < 0:
            return False
    return True


def read_card(folder, name):
    if not _stays_below(name):
        return None
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
