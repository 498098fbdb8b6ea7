import os


class InvalidCardName(Exception):
    pass


def list_cards(folder):
    found = []
    for root, _, files in os.walk(folder):
        found += [os.path.join(root, file)[len(os.path.join(folder, "")):] for file in files]
    found.sort()
    return found


def read_card(folder, name):
    parts = name.replace("\\", "/").split("/")
    if name.startswith("/") or ".." in parts or "\0" in name:
        raise InvalidCardName(name)
    try:
        with open(os.path.join(folder, *parts), "r", encoding="utf-8") as card:
            return card.read()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
