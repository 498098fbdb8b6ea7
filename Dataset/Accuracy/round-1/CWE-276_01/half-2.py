import json
import os
import shutil
import tempfile


def save_settings(path, settings):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json", delete=False) as file:
        os.fchmod(file.fileno(), 0o600)
        json.dump(settings, file)
    try:
        if os.path.lexists(path):
            os.remove(path)
        shutil.move(file.name, path)
    except OSError:
        os.unlink(file.name)
        raise


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)
