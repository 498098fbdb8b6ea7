import tempfile
from functools import wraps
from pathlib import Path


def unless(error, value):
    def decorate(function):
        @wraps(function)
        def inner(*args):
            try:
                return function(*args)
            except error:
                return value
        return inner
    return decorate


@unless(FileExistsError, False)
def _publish(draft, target):
    target.hardlink_to(draft)
    return True


def reserve_night(folder, night, observer):
    with tempfile.TemporaryDirectory(prefix=".desk-", dir=folder) as desk:
        draft = Path(desk) / "name"
        draft.write_bytes(observer.encode())
        draft.chmod(0o644)
        return _publish(draft, Path(folder) / f"{night}.txt")


@unless(FileNotFoundError, None)
def observer_of(folder, night):
    return (Path(folder) / f"{night}.txt").read_bytes().decode()
