import contextlib
import os
import secrets
from enum import IntFlag
from stat import S_ISVTX, S_ISGID


class Mode(IntFlag):
    CLOSED = 0o700
    PUBLIC = 0o755
    DROP = S_ISVTX | 0o733
    BOARD = S_ISVTX | 0o777
    TEAM = S_ISGID | 0o770
    DRAFT = 0o600
    NOTICE = 0o644
    PAPER = 0o660


_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


@contextlib.contextmanager
def _opened(name, flags=_DIR, within=None):
    fd = os.open(name, flags, dir_fd=within)
    try:
        yield fd
    finally:
        os.close(fd)


def _shape(fd, mode):
    """First shut, then owned by the office and its group, then opened as far as it shall be."""
    os.fchmod(fd, Mode.CLOSED)
    info = os.fstat(fd)
    if (info.st_uid, info.st_gid) != (os.geteuid(), os.getegid()):
        os.fchown(fd, os.geteuid() if info.st_uid != os.geteuid() else -1, os.getegid())
    os.fchmod(fd, mode)


def _above(path):
    missing = []
    while not os.path.isdir(path):
        missing.append(path)
        path = os.path.dirname(path)
    for folder in reversed(missing):
        os.mkdir(folder, Mode.CLOSED)
        with _opened(folder) as fd:
            os.fchmod(fd, Mode.PUBLIC)


def set_up(root):
    root = os.path.abspath(root)
    _above(root)
    with _opened(root) as top:
        os.fchmod(top, Mode.PUBLIC)
        for name, mode in {"staff": Mode.TEAM, "board": Mode.BOARD, "hand-in": Mode.DROP}.items():
            with contextlib.suppress(FileExistsError):
                os.mkdir(name, Mode.CLOSED, dir_fd=top)
            with _opened(name, _DIR | os.O_NOFOLLOW, top) as fd:
                _shape(fd, mode)


def _publish(root, where, name, text, mode):
    with _opened(os.path.join(root, where)) as folder:
        draft = "." + secrets.token_hex(16)
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, Mode.DRAFT, dir_fd=folder)
        try:
            with open(fd, "wb", buffering=0) as file:
                rest = memoryview(text.encode("utf-8"))
                while rest:
                    rest = rest[file.write(rest):]
                os.fchown(fd, -1, os.fstat(folder).st_gid)
                os.fchmod(fd, mode)
            os.rename(draft, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            os.unlink(draft, dir_fd=folder)
            raise


def post(root, name, text):
    _publish(root, "board", name, text, Mode.NOTICE)


def share(root, name, text):
    _publish(root, "staff", name, text, Mode.PAPER)
