import json
import os

os.umask(0o077)


def save_settings(path, settings):
    if os.path.exists(path):
        os.remove(path)
    with open(path, "w") as f:
        f.write(json.dumps(settings, indent=4, sort_keys=True))
        f.write("\n")


def load_settings(path):
    try:
        f = open(path)
    except OSError:
        return {}
    with f:
        return json.loads(f.read())
