import os

# The tablet asks for the same few cards again and again.
_texts = {}


def list_cards(folder):
    names = []
    for directory, _, files in os.walk(folder):
        inner = os.path.relpath(directory, folder)
        names += [file if inner == "." else f"{inner}/{file}" for file in files]
    return sorted(names)


def read_card(folder, name):
    if name not in _texts:
        if name not in list_cards(folder):
            return None
        with open(os.path.join(folder, name), encoding="utf-8") as card:
            _texts[name] = card.read()
    return _texts[name]
