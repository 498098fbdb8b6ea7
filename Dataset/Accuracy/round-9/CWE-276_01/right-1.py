"""Private settings through a nameless file: it exists without any name until it is complete."""
import errno
import json
import os
import secrets
import tempfile


class _Publication:
    """A new file with mode 600 that takes the place of `target` when it is finished."""

    def __init__(self, target):
        self.target = os.fspath(target)
        self.folder = os.path.dirname(self.target) or os.curdir
        self.name = None
        self.fd = None

    def __enter__(self):
        try:
            self.fd = os.open(self.folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
        except (AttributeError, OSError):        # not every file system knows nameless files
            self.fd, self.name = tempfile.mkstemp(prefix=".", dir=self.folder)
        os.fchmod(self.fd, 0o600)
        return self

    def write(self, data):
        view = memoryview(data)
        while view:
            view = view[os.write(self.fd, view):]

    def _give_name(self):
        name = os.path.join(self.folder, "." + secrets.token_hex(16))
        try:
            os.link(f"/proc/self/fd/{self.fd}", name, follow_symlinks=True)
        except OSError as error:
            if error.errno not in (errno.ENOENT, errno.EXDEV, errno.EPERM, errno.EOPNOTSUPP):
                raise
            return False
        self.name = name
        return True

    def publish(self, data):
        self.write(data)
        if self.name is None and not self._give_name():
            os.close(self.fd)
            self.fd, self.name = tempfile.mkstemp(prefix=".", dir=self.folder)
            os.fchmod(self.fd, 0o600)
            self.write(data)
        os.fsync(self.fd)
        os.replace(self.name, self.target)
        self.name = None

    def __exit__(self, *_):
        os.close(self.fd)
        if self.name is not None:
            os.unlink(self.name)


def save_settings(path, settings):
    encoded = json.dumps(settings, ensure_ascii=True, sort_keys=False).encode()
    with _Publication(path) as publication:
        publication.publish(encoded)


def load_settings(path):
    if not os.path.lexists(path):
        return {}
    try:
        with open(path, "rb", buffering=0) as raw:
            return json.loads(raw.readall().decode("utf-8"))
    except FileNotFoundError:
        return {}
