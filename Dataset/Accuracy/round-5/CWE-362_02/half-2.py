import os
from contextlib import suppress
from pathlib import Path


def reserve_night(folder, night, observer):
    target = Path(folder, f"{night}.txt")
    draft = Path(folder, f".{night}.draft")
    # The name is complete before the night's file appears, and os.link
    # fails if somebody else's file is there already.
    draft.write_bytes(observer.encode("utf-8"))
    try:
        os.link(draft, target)
    except FileExistsError:
        return False
    except FileNotFoundError:
        return reserve_night(folder, night, observer)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
    return True


def observer_of(folder, night):
    try:
        return Path(folder, f"{night}.txt").read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
