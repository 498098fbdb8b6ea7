import os
import re
import tempfile

NIGHT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _path(folder, night):
    if not NIGHT.fullmatch(night):
        raise ValueError(f"not a night: {night!r}")
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    path = _path(folder, night)
    content = observer.encode("utf-8")

    # Write the whole name to a file of our own first.  os.link then gives
    # it the night's name, in one step, and fails if that name is taken.
    # So nobody ever sees a reserved night with half a name either.
    fd, draft = tempfile.mkstemp(prefix=".draft-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(fd, "wb") as f:
            f.write(content)
            f.flush()
            os.fsync(f.fileno())
        os.chmod(draft, 0o644)
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        return True
    finally:
        os.unlink(draft)


def observer_of(folder, night):
    try:
        with open(_path(folder, night), "rb") as f:
            return f.read().decode("utf-8")
    except FileNotFoundError:
        return None
