import json
import os
import shutil
import tempfile
from contextlib import suppress


def save_settings(path, settings):
    """Write a new file that nobody else can open and put it in the place of the old one."""
    data = json.dumps(settings, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
    fd, draft = tempfile.mkstemp(suffix=".json")
    try:
        with os.fdopen(fd, "wb") as out:
            os.fchmod(out.fileno(), 0o600)
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        shutil.move(draft, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(draft)


def load_settings(path):
    try:
        with open(path, "rb") as file:
            return json.loads(file.read().decode("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return {}
