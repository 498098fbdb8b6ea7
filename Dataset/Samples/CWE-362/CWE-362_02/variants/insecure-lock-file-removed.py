import contextlib
import fcntl
import os


@contextlib.contextmanager
def _locked(folder):
    """Let only one process at a time work on the plan."""
    name = os.path.join(folder, "plan.lock")
    fd = os.open(name, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        # leave a tidy folder
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        os.close(fd)


def _file(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    path = _file(folder, night)
    with _locked(folder):
        if os.path.exists(path):
            return False
        with open(path, "wb") as file:
            file.write(observer.encode("utf-8"))
        return True


def observer_of(folder, night):
    with _locked(folder):
        try:
            with open(_file(folder, night), "rb") as file:
                return file.read().decode("utf-8")
        except FileNotFoundError:
            return None
