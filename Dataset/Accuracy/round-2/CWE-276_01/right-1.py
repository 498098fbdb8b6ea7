import json
import os
import tempfile
from contextlib import contextmanager


@contextmanager
def private_replacement(path):
    folder, name = os.path.split(os.path.abspath(path))
    fd, draft = tempfile.mkstemp(prefix=f".{name[:40]}.", dir=folder)
    try:
        os.fchmod(fd, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            yield file
        os.rename(draft, path)
    except BaseException:
        os.remove(draft)
        raise


def save_settings(path, settings):
    with private_replacement(path) as file:
        file.writelines(json.JSONEncoder(indent=1).iterencode(settings))


def load_settings(path):
    try:
        file = open(path, encoding="utf-8")
    except FileNotFoundError:
        return {}
    with file:
        return json.load(file)
