import json
import os


def save_settings(path, settings):
    data = json.dumps(settings).encode()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


def load_settings(path):
    if os.path.isfile(path):
        with open(path, "rb") as file:
            return json.loads(file.read())
    return {}
