import contextlib
import json
import os
import secrets


@contextlib.contextmanager
def _private(path):
    base = os.path.dirname(path) or os.curdir
    folder = os.open(base, os.O_RDONLY | os.O_DIRECTORY)
    name = f".{secrets.token_hex(16)}"
    try:
        fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=folder)
        try:
            with open(fd, "wb") as file:
                os.fchmod(file.fileno(), 0o600)
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, os.path.basename(path), src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            os.unlink(name, dir_fd=folder)
            raise
    finally:
        os.close(folder)


def save_settings(path, settings):
    with _private(path) as file:
        file.write(json.dumps(settings, indent=1).encode("ascii"))


def load_settings(path):
    with contextlib.suppress(FileNotFoundError), open(path, "rb") as file:
        return json.loads(file.read())
    return {}
