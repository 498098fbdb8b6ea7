import contextlib
import os
from pathlib import Path


def reserve_night(folder, night, observer):
    final = Path(folder, f"{night}.txt")
    if final.exists():
        return False
    draft = Path(folder, f".{night}.draft")
    draft.write_text(observer, encoding="utf-8", newline="")
    try:
        os.link(draft, final)
    except FileExistsError:
        return False
    except FileNotFoundError:
        return reserve_night(folder, night, observer)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()
    return True


def observer_of(folder, night):
    try:
        return Path(folder, f"{night}.txt").read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
