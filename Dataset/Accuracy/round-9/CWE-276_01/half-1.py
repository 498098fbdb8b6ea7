"""Settings of the tide-gauge program: one private JSON file per person."""
import json
import os
import secrets

PRIVATE = 0o600


def _write_all(fd, data):
    with os.fdopen(fd, "wb") as stream:
        os.fchmod(stream.fileno(), PRIVATE)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _write_draft(path, data):
    """Write `data` to a fresh private file beside `path` and return the name of that file."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    draft = f"{path}.{secrets.token_hex(8)}.new"
    fd = os.open(draft, flags, PRIVATE)
    try:
        _write_all(fd, data)
    except BaseException:
        os.unlink(draft)
        raise
    return draft


def save_settings(path, settings):
    data = json.dumps(settings, indent=2).encode("ascii")
    try:
        draft = _write_draft(path, data)
    except OSError:
        # There is no room for a draft beside the file (folder not writable for us, name too
        # long). Close the file to everybody else first, and only then fill it.
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE)
        os.fchmod(fd, PRIVATE)
        os.ftruncate(fd, 0)
        _write_all(fd, data)
        return
    try:
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def load_settings(path):
    try:
        with open(path, "rb") as stream:
            return json.loads(stream.read())
    except FileNotFoundError:
        return {}
