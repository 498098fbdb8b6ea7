import json
import os
import secrets
from contextlib import contextmanager


@contextmanager
def _replacing(path):
    """A new private file that takes the place of `path` when it is complete."""
    folder = os.path.dirname(path) or os.curdir
    draft = os.path.join(folder, f".{secrets.token_hex(8)}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            os.fchmod(fd, 0o600)
            yield file
        os.rename(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def save_settings(path, settings):
    with _replacing(path) as file:
        for piece in json.JSONEncoder(sort_keys=False).iterencode(settings):
            file.write(piece.encode("ascii"))


def load_settings(path):
    return json.loads(open(path, "rb").read()) if os.path.isfile(path) else {}
