import os
import unicodedata


def list_cards(folder):
    names = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.relpath(os.path.join(where, file), folder)
            names.append(path.replace(os.sep, "/"))
    return sorted(names)


def _leads_out(folder, name):
    base = os.path.realpath(folder)
    target = os.path.realpath(os.path.join(base, name))
    return os.path.commonpath([base, target]) != base


def read_card(folder, name):
    if "\0" in name or os.path.isabs(name) or _leads_out(folder, name):
        return None
    for spelling in (name, *(unicodedata.normalize(form, name) for form in ("NFC", "NFD", "NFKC"))):
        path = os.path.join(folder, spelling)
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    return None
