import json
import os
import stat


def save_settings(path, settings):
    with open(path, "w") as file:
        json.dump(settings, file)
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)


def load_settings(path):
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}
