import os


def list_cards(folder):
    names = []
    for where, _, files in os.walk(folder):
        for file in files:
            names.append(os.path.relpath(os.path.join(where, file), folder).replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    if name == ".." or name.startswith(("/", "../")):
        return None
    base = os.path.abspath(folder)
    path = os.path.abspath(os.path.join(base, name))
    if not path.startswith(base) or not os.path.isfile(path):
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
