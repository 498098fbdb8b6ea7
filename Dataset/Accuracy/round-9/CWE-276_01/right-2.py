"""Private settings: the new file grows up in a private folder and moves from there."""
from json import JSONDecoder, JSONEncoder
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
import os


def _only_mine(name, flags):
    return os.open(name, flags | os.O_EXCL | os.O_CREAT, 0o600)


def save_settings(path, settings):
    pieces = list(JSONEncoder(indent=1).iterencode(settings))   # fails before anything is made
    goal = Path(path)
    nursery = Path(mkdtemp(prefix=".s-", dir=goal.parent))
    try:
        nursery.chmod(0o700)                 # mkdtemp gives at most this; the umask may take more
        child = nursery / "new"
        with open(child, "w", encoding="utf-8", opener=_only_mine) as stream:
            os.chmod(stream.fileno(), 0o600)
            stream.writelines(pieces)
        child.replace(goal)
    finally:
        rmtree(nursery, ignore_errors=True)
    return None


def load_settings(path):
    try:
        return JSONDecoder().decode(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return dict()
