import contextlib
import itertools
import os
import threading
from collections import defaultdict
from pathlib import Path, PureWindowsPath

try:
    import fcntl
except ImportError:  # Windows, where creating a file heeds small and capitals by itself
    fcntl = None

_KEPT = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"
_TABLE = defaultdict(lambda: None, {sign: sign for sign in _KEPT})
_TABLE[ord(" ")] = ord("-")
_ENDINGS = {"", ".ini", ".cfg", ".txt"}
_doors = threading.RLock()


@contextlib.contextmanager
def _alone(folder: Path):
    with _doors, contextlib.ExitStack() as stack:
        if fcntl is not None:
            handle = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _split(name: str):
    if not name or name[0] == "." or name[-1] == ".":
        raise ValueError(name)
    at = name.rfind(".")
    stem, ending = (name, "") if at < 0 else (name[:at], name[at:])
    if ending.lower() not in _ENDINGS or (stem + ending).lower() == "php.ini":
        raise ValueError(name)
    return stem, ending


def _names(stem, ending):
    yield stem + ending
    yield from (f"{stem}-{number}{ending}" for number in itertools.count(2))


def store(folder, filename, data):
    last = filename[max(filename.rfind("/"), filename.rfind("\\")) + 1:]
    try:
        stem, ending = _split(last.translate(_TABLE))
    except ValueError:
        return None
    folder = Path(folder)
    with _alone(folder):
        there = {PureWindowsPath(entry.name) for entry in folder.iterdir()}
        name = next(name for name in _names(stem, ending) if PureWindowsPath(name) not in there)
        path = folder / name
        try:
            _split(name)
            with path.open("xb") as file:
                try:
                    file.write(memoryview(data))
                except BaseException:
                    path.unlink()
                    raise
        except (OSError, ValueError):
            return None
    return name
