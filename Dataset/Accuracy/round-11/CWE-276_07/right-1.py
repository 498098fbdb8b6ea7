"""Works with descriptors of the folders only, never twice with a path."""
import contextlib
import os
import stat
import uuid

LOOK = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class _Folder(contextlib.AbstractContextManager):
    def __init__(self, fd):
        self.fd = fd

    def __exit__(self, *_):
        os.close(self.fd)

    @classmethod
    def at(cls, path):
        return cls(os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))

    def enter(self, name):
        return type(self)(os.open(name, LOOK, dir_fd=self.fd))

    def make(self, name, mode):
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, 0o700, dir_fd=self.fd)
        now = os.stat(name, dir_fd=self.fd, follow_symlinks=False).st_mode
        if not stat.S_ISDIR(now):
            raise NotADirectoryError(name)
        if now & 0o700 != 0o700:             # such as under the umask 0777
            os.chmod(name, stat.S_IMODE(now) | 0o700, dir_fd=self.fd)
        made = self.enter(name)
        os.fchown(made.fd, -1, os.getegid())
        os.fchmod(made.fd, mode)
        return made

    def put(self, name, data, mode):
        new = uuid.uuid4().hex
        fd = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600, dir_fd=self.fd)
        try:
            with open(fd, "wb", buffering=0) as file:
                os.fchown(fd, -1, os.fstat(self.fd).st_gid)
                while data:
                    data = data[file.write(data):]
                os.fchmod(fd, mode)
            os.rename(new, name, src_dir_fd=self.fd, dst_dir_fd=self.fd)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(new, dir_fd=self.fd)
            raise


def set_up(root):
    root = os.path.abspath(root)
    steps, above = [os.path.basename(root)], os.path.dirname(root)
    while not os.path.isdir(above):
        steps.append(os.path.basename(above))
        above = os.path.dirname(above)
    with contextlib.ExitStack() as stack:
        here = stack.enter_context(_Folder.at(above))
        for step in reversed(steps):
            here = stack.enter_context(here.make(step, 0o755))
        for name, mode in {"staff": 0o2770, "board": 0o1777, "hand-in": 0o1733}.items():
            stack.enter_context(here.make(name, mode))


def _put(root, where, name, text, mode):
    data = text.encode()
    with _Folder.at(root) as base, base.enter(where) as folder:
        folder.put(name, data, mode)


def post(root, name, text):
    _put(root, "board", name, text, 0o644)


def share(root, name, text):
    _put(root, "staff", name, text, 0o660)
