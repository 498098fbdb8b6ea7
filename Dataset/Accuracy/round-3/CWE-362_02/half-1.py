import os


def _file(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    part = os.path.join(folder, night + ".part")
    with open(part, "w", encoding="utf-8", newline="") as file:
        file.write(observer)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, _file(folder, night))
    except (FileExistsError, FileNotFoundError):
        return False
    finally:
        try:
            os.unlink(part)
        except FileNotFoundError:
            pass
    return True


def observer_of(folder, night):
    try:
        with open(_file(folder, night), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
