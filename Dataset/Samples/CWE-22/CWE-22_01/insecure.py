import os


def list_cards(folder):
    names = []
    for directory, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(directory, file), folder)
            names.append(name.replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()
