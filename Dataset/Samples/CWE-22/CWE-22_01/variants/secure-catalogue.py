import os


def catalogue(folder):
    cards = {}
    for directory, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(directory, file)
            cards[os.path.relpath(path, folder).replace(os.sep, "/")] = path
    return cards


def list_cards(folder):
    return sorted(catalogue(folder))


def read_card(folder, name):
    path = catalogue(folder).get(name)
    if path is None:
        print("no card called", name)
        return None
    with open(path, "rb") as file:
        return file.read().decode("utf-8")
