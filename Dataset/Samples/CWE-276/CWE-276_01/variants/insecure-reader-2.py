import json
import os


def save_settings(path, settings):
    with open(path, "w") as f:
        json.dump(settings, f)


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path) as f:
        return json.load(f)
