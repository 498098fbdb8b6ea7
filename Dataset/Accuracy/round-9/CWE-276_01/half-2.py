"""Settings of the tide-gauge program: one private JSON file per person."""
import contextlib
import json
import os
import uuid


@contextlib.contextmanager
def _private_umask():
    """Whatever is created inside belongs to its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def save_settings(path, settings):
    text = json.dumps(settings)
    folder = os.path.dirname(path) or "."
    draft = os.path.join(folder, f".{uuid.uuid4().hex}.draft")
    with _private_umask():
        stream = open(draft, "x", encoding="ascii")
    try:
        with stream:
            # an odd umask may have taken even the owner's bits away
            os.fchmod(stream.fileno(), 0o600)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        raise


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as stream:
            return json.load(stream)
    except FileNotFoundError:
        return {}
