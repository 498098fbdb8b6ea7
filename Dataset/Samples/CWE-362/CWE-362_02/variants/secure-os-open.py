import os
from typing import Optional


def _path(folder: str, night: str) -> str:
    return os.path.join(folder, f"{night}.txt")


def reserve_night(folder: str, night: str, observer: str) -> bool:
    try:
        descriptor = os.open(_path(folder, night), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        os.write(descriptor, observer.encode("utf-8"))
    finally:
        os.close(descriptor)
    return True


def observer_of(folder: str, night: str) -> Optional[str]:
    try:
        with open(_path(folder, night), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None
