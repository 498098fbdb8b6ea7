import os
import uuid


def _path(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    # The name is written to a file of its own first; linking it to the night's
    # name then fails if the night is taken, and never shows a half-written file.
    draft = os.path.join(folder, f".{uuid.uuid4().hex}.draft")
    with open(draft, "x", encoding="utf-8", newline="") as f:
        f.write(observer)
    try:
        os.link(draft, _path(folder, night))
    except FileExistsError:
        return False
    finally:
        os.unlink(draft)
    return True


def observer_of(folder, night):
    try:
        with open(_path(folder, night), encoding="utf-8", newline="") as f:
            return f.read()
    except FileNotFoundError:
        return None
