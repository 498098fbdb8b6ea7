"""Every save happens in a private folder of its own beside the settings; the finished file is renamed out of it."""
import contextlib
import json
import os
import pathlib
import tempfile


@contextlib.contextmanager
def _private_folder(beside):
    with tempfile.TemporaryDirectory(prefix=".gauge-", dir=beside) as name:
        os.chmod(name, 0o700)
        yield pathlib.Path(name)


def _private_opener(name, flags):
    descriptor = os.open(name, flags | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    os.fchmod(descriptor, 0o600)
    return descriptor


def save_settings(path, settings):
    target = pathlib.Path(path)
    with _private_folder(target.parent) as folder:
        fresh = folder / "settings"
        with open(fresh, "x", encoding="ascii", opener=_private_opener) as out:
            for piece in json.JSONEncoder(sort_keys=False).iterencode(settings):
                out.write(piece)
        fresh.replace(target)


def load_settings(path):
    target = pathlib.Path(path)
    try:
        raw = target.read_bytes()
    except FileNotFoundError:
        return dict()
    return json.loads(raw)
