import os


def list_cards(folder):
    names = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.relpath(os.path.join(where, file), folder)
            names.append(path.replace(os.sep, "/"))
    return sorted(names)


def _card_path(folder, name):
    path = os.path.join(folder, name)
    return path if os.path.isfile(path) else None


def read_card(folder, name):
    # only names below the folder: nothing absolute, no way upwards
    if name.startswith("/") or ".." in name.split("/"):
        return None

    # the tablet's keyboard likes to add a blank before or after a word
    path = _card_path(folder, name) or _card_path(folder, name.strip())
    if path is None:
        return None
    with open(path, encoding="utf-8", newline="") as card:
        return card.read()
