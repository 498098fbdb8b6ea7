import json
import os
import secrets
from contextlib import contextmanager


@contextmanager
def _private_replacement(path):
    folder, name = os.path.split(path)
    directory = os.open(folder or os.curdir, os.O_RDONLY | os.O_DIRECTORY)
    draft = f".{secrets.token_hex(12)}.draft"
    try:
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=directory)
        try:
            with open(fd, "wb") as stream:
                os.fchmod(fd, 0o600)
                yield stream
            os.rename(draft, name, src_dir_fd=directory, dst_dir_fd=directory)
        except BaseException:
            os.unlink(draft, dir_fd=directory)
            raise
    finally:
        os.close(directory)


def save_settings(path, settings):
    with _private_replacement(path) as stream:
        stream.write(json.dumps(settings).encode("ascii"))


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path, "rb") as stream:
        return json.loads(stream.read())
