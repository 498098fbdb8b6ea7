import os


def list_cards(folder):
    names = []
    for directory, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(directory, file), folder)
            names.append(name.replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    base = os.path.abspath(folder)
    path = os.path.abspath(os.path.join(base, name))
    if not path.startswith(base):
        return None
    if not os.path.isfile(path):
        return None
    with open(path, "r", encoding="utf-8") as f:
        return f.read()
