"""All by descriptors: each folder is entered only after it has been closed to others."""
import contextlib
import os
import stat

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class Cases:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    @contextlib.contextmanager
    def _inside(self, parts):
        """A descriptor of the folder of the parts; it and those above are made or closed."""
        with contextlib.ExitStack() as stack:
            def enter(part, **where):
                fd = os.open(part, _DIR, **where)
                stack.callback(os.close, fd)
                return fd

            here = enter(self.root)
            for part in parts:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(part, mode=stat.S_IRWXU, dir_fd=here)
                if not stat.S_ISDIR(os.stat(part, dir_fd=here, follow_symlinks=False).st_mode):
                    raise NotADirectoryError(part)
                os.chmod(part, stat.S_IRWXU, dir_fd=here)
                here = enter(part, dir_fd=here)
            yield here

    def keep(self, case, name, data):
        with self._inside(case.split("/")) as folder:
            fd = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600, dir_fd=folder)
            with open(fd, "wb") as out:
                out.write(data)

    def move(self, case, other):
        old = f"{self.root}/{case}"
        *above, last = other.split("/")
        if not os.path.isdir(old):
            raise FileNotFoundError(case)
        if os.path.lexists(f"{self.root}/{other}"):
            raise FileExistsError(other)
        os.chmod(old, stat.S_IRWXU)
        with self._inside(above) as folder:
            os.rename(old, last, dst_dir_fd=folder)
