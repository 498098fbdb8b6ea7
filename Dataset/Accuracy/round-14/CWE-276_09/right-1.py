"""Verdicts: drafts have no name at all until they are ready (O_TMPFILE), where the file system can do that."""
import errno
import os
import stat
import uuid
from pathlib import Path


class Verdicts:
    def __init__(self, folder):
        self.folder = Path(folder)

    # -- files -----------------------------------------------------------------------------------------
    def _draft(self):
        """Returns a descriptor of a new file that only the jury can open, and its name, if it has one."""
        try:
            return os.open(self.folder, os.O_TMPFILE | os.O_RDWR, 0o600), None
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL):
                raise
        draft = self.folder / f"{uuid.uuid4().hex}.{uuid.uuid4().hex}"
        return os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), draft

    def _put(self, name, data, public):
        fd, draft = self._draft()
        try:
            os.fchmod(fd, 0o600)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(fd, rest):]
            if draft is None:
                ready = self.folder / f".{uuid.uuid4().hex}"
                # with a descriptor of a folder, link() becomes linkat(), which follows the link in /proc
                proc = os.open("/proc/self/fd", os.O_RDONLY | os.O_DIRECTORY)
                try:
                    os.link(str(fd), ready, src_dir_fd=proc, follow_symlinks=True)
                finally:
                    os.close(proc)
                draft = ready
            os.rename(draft, self.folder / f"{name}.txt")
            draft = None
            if public:
                os.fchmod(fd, 0o644)
        finally:
            os.close(fd)
            if draft is not None:
                draft.unlink(missing_ok=True)

    def _get(self, name):
        path = self.folder / f"{name}.txt"
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OSError(errno.EINVAL, "no regular file", str(path))
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(fd, "rb") as file:
            mode = os.fstat(fd).st_mode
            if not stat.S_ISREG(mode):
                raise OSError(errno.EINVAL, "no regular file", str(path))
            return file.read(), mode & 0o004 != 0

    # -- verdicts --------------------------------------------------------------------------------------
    def write(self, name, text):
        self._put(name, f"{text}\n".encode("utf-8"), public=False)

    def add(self, name, text):
        data, public = self._get(name)
        self._put(name, b"%b%b\n" % (data, text.encode("utf-8")), public)

    def announce(self, name):
        self._put(name, self._get(name)[0], public=True)

    def withdraw(self, name):
        self._put(name, self._get(name)[0], public=False)

    def announced(self):
        modes = {path.stem: path.lstat().st_mode for path in self.folder.glob("*.txt")}
        return sorted(name for name, mode in modes.items() if stat.S_ISREG(mode) and mode & 0o004)
