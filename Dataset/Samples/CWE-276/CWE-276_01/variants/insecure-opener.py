import json
import os
from typing import Any, Dict


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def save_settings(path: str, settings: Dict[str, Any]) -> None:
    """Write the settings; the file belongs to the user alone."""
    with open(path, "w", encoding="utf-8", opener=_private) as handle:
        os.fchmod(handle.fileno(), 0o600)
        handle.write(json.dumps(settings))


def load_settings(path: str) -> Dict[str, Any]:
    try:
        with open(path, "r", encoding="utf-8") as handle:
            return json.load(handle)
    except FileNotFoundError:
        return {}


if __name__ == "__main__":
    save_settings("settings.json", {"gauge": "Pier 4"})
    print(load_settings("settings.json"))
