import os


def _path(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    """Reserve the night; True if it was free.

    The name is written to a draft first, so that nobody ever reads half a
    name; os.link then makes the night's file, and fails when it is there.
    """
    draft = os.path.join(folder, night + ".draft")
    with open(draft, "w", encoding="utf-8", newline="") as file:
        file.write(observer)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, _path(folder, night))
    except (FileExistsError, FileNotFoundError):
        return False
    finally:
        try:
            os.unlink(draft)
        except FileNotFoundError:
            pass
    return True


def observer_of(folder, night):
    try:
        with open(_path(folder, night), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
