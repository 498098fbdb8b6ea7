import json
import os
import threading
from pathlib import Path

#: All threads have one umask.
LOCK = threading.Lock()


def save_settings(path, settings):
    Path(path).unlink(missing_ok=True)
    with LOCK:
        old = os.umask(0o177)
        try:
            Path(path).write_text(json.dumps(settings, sort_keys=True), encoding="utf-8")
        finally:
            os.umask(old)


def load_settings(path):
    file = Path(path)
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
