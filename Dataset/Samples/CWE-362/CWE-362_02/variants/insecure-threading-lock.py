import threading
from pathlib import Path

_lock = threading.Lock()


def reserve_night(folder, night, observer):
    path = Path(folder) / f"{night}.txt"
    with _lock:
        if path.exists():
            return False
        path.write_text(observer, encoding="utf-8")
        return True


def observer_of(folder, night):
    path = Path(folder) / f"{night}.txt"
    with _lock:
        return path.read_text(encoding="utf-8") if path.exists() else None
