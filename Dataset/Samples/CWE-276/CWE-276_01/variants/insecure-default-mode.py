import json
import os
from pathlib import Path


def save_settings(path, settings):
    target = Path(path)
    temporary = target.with_suffix(".tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(json.dumps(settings, ensure_ascii=False, indent=4))
    os.chmod(temporary, 0o644)
    temporary.rename(target)


def load_settings(path):
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
