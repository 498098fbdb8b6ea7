import os
from pathlib import Path


def reserve_night(folder, night, observer):
    target = Path(folder) / f"{night}.txt"
    draft = Path(folder) / f".{night}.draft"
    draft.write_bytes(observer.encode("utf-8"))
    try:
        os.link(draft, target)
    except (FileExistsError, FileNotFoundError):
        return False
    finally:
        draft.unlink(missing_ok=True)
    return True


def observer_of(folder, night):
    try:
        return (Path(folder) / f"{night}.txt").read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
