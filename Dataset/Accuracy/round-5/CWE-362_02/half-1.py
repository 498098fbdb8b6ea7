import os
import time
from contextlib import contextmanager

STALE_AFTER = 60.0


@contextmanager
def _exclusive(path):
    """Lock for all processes: whoever makes the file holds it."""
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            try:
                age = time.time() - os.stat(path).st_mtime
                if age > STALE_AFTER:  # its owner has crashed
                    os.unlink(path)
                    continue
            except FileNotFoundError:
                continue
            time.sleep(0.005)
    try:
        yield
    finally:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass


def _file(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    path = _file(folder, night)
    with _exclusive(os.path.join(folder, night + ".lock")):
        if os.path.exists(path):
            return False
        draft = os.path.join(folder, f"{night}.{os.getpid()}.part")
        with open(draft, "w", encoding="utf-8", newline="") as f:
            f.write(observer)
        os.replace(draft, path)
        return True


def observer_of(folder, night):
    try:
        with open(_file(folder, night), encoding="utf-8", newline="") as f:
            return f.read()
    except FileNotFoundError:
        return None
