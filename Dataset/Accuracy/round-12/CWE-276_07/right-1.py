"""right: every step goes through descriptors of folders that were opened before."""
import os
import secrets
import stat
from contextlib import ExitStack

LAYOUT = (("hand-in", 0o1733), ("board", 0o1777), ("staff", 0o2770))
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class Tree(ExitStack):
    """Descriptors that are closed at the end."""

    def enter(self, name, at=None, follow=False):
        fd = os.open(name, FOLDER | (0 if follow else os.O_NOFOLLOW), dir_fd=at)
        self.callback(os.close, fd)
        return fd

    def make(self, name, at, mode, follow=False):
        try:
            os.mkdir(name, 0o700, dir_fd=at)
        except FileExistsError:
            pass
        # the umask, or an earlier mode, may have closed it even to us
        if stat.S_ISDIR(os.lstat(name, dir_fd=at).st_mode) and not os.access(name, os.R_OK | os.X_OK, dir_fd=at):
            os.chmod(name, 0o700, dir_fd=at)
        fd = self.enter(name, at, follow)
        self.settle(fd, mode)
        return fd

    @staticmethod
    def settle(fd, mode):
        """Owner and group are the office's; in between nobody else gets in."""
        st = os.fstat(fd)
        me, mine = os.geteuid(), os.getegid()
        if (st.st_uid, st.st_gid) != (me, mine):
            os.fchmod(fd, 0o700)
            os.fchown(fd, -1 if st.st_uid == me else me, mine)
        os.fchmod(fd, mode)


def set_up(root):
    with Tree() as tree:
        absolute = os.path.abspath(root)
        names = absolute.strip(os.sep).split(os.sep) if absolute.strip(os.sep) else []
        at = tree.enter(os.sep)
        for number, name in enumerate(names):
            last = number == len(names) - 1
            try:
                if last:
                    raise FileNotFoundError
                at = tree.enter(name, at, follow=True)
            except FileNotFoundError:
                at = tree.make(name, at, 0o755, follow=last)
        for name, mode in LAYOUT:
            tree.make(name, at, mode)


def _publish(root, folder, name, text, mode):
    data = memoryview(text.encode())
    with Tree() as tree:
        at = tree.enter(folder, tree.enter(root, follow=True))
        draft = secrets.token_urlsafe(24)
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=at)
        tree.callback(os.close, fd)
        try:
            while data:
                data = data[os.write(fd, data):]
            os.fchmod(fd, mode)
            os.rename(draft, name, src_dir_fd=at, dst_dir_fd=at)
        except BaseException:
            os.unlink(draft, dir_fd=at)
            raise


def post(root, name, text):
    _publish(root, "board", name, text, 0o644)


def share(root, name, text):
    _publish(root, "staff", name, text, 0o660)
