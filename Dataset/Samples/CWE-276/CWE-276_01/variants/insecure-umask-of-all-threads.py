import json
import os
from pathlib import Path


def save_settings(path, settings):
    Path(path).unlink(missing_ok=True)
    old = os.umask(0o177)
    try:
        Path(path).write_text(json.dumps(settings, sort_keys=True), encoding="utf-8")
    finally:
        os.umask(old)


def load_settings(path):
    file = Path(path)
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
