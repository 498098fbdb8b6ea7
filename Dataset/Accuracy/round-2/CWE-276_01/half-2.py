import json
import os


def save_settings(path, settings):
    data = json.dumps(settings, indent=2).encode("utf-8")
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(fd, "wb") as file:
        os.fchmod(fd, 0o600)
        os.ftruncate(fd, 0)
        file.write(data)


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path, "rb") as file:
        return json.loads(file.read())
