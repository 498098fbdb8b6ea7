import os


class InvalidCardName(Exception):
    pass


def read_card(folder, name):
    parts = name.replace("\\", "/").split("/")
    if name.startswith("/") or ".." in parts or "\0" in name:
        raise InvalidCardName(name)
    try:
        with open(os.path.join(folder, *parts), "r", encoding="utf-8") as card:
            return card.read()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
