import json
import os


def save_settings(path, settings):
    temporary = f"{path}.new"
    if os.path.lexists(temporary):
        os.remove(temporary)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:
        json.dump(settings, file, indent=2)
    os.replace(temporary, path)


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)
