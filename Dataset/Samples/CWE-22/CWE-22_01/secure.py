import os


def list_cards(folder):
    names = []
    for directory, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(directory, file), folder)
            names.append(name.replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    base = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(base, name))
    if os.path.commonpath([base, path]) != base:
        return None
    if not os.path.isfile(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()
