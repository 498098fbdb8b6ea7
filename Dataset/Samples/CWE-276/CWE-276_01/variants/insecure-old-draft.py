import json
import os

PRIVATE = 0o600


def _open_private(path, flags):
    return os.open(path, flags, PRIVATE)


def save_settings(path, settings):
    """Store the settings; a reader never sees a file that is half written."""
    draft = path + ".tmp"
    with open(draft, "w", encoding="utf-8", opener=_open_private) as file:
        json.dump(settings, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(draft, PRIVATE)
    os.replace(draft, path)


def load_settings(path):
    """Return the stored settings, or an empty dictionary."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)
