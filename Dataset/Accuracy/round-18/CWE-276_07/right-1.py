import contextlib
import os
import pathlib
import stat
import tempfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    name: str
    mode: int


PLANS = (Plan("hand-in", 0o1733), Plan("board", 0o1777), Plan("staff", 0o2770))
OPEN = 0o755


@contextlib.contextmanager
def _strict():
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _settle(path, mode):
    """Narrow first, then the right owner, then wide: each step gives nobody more than the last one shall."""
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=0o700)
    now = path.lstat()
    if not stat.S_ISDIR(now.st_mode):
        raise NotADirectoryError(str(path))
    if (now.st_uid, now.st_gid) != (os.geteuid(), os.getegid()):
        path.chmod(stat.S_IMODE(now.st_mode) & mode & 0o1700)
        os.chown(path, os.geteuid(), os.getegid(), follow_symlinks=False)
    path.chmod(mode)


def set_up(root):
    root = pathlib.Path(os.path.abspath(root))
    with _strict():
        fresh = [one for one in root.parents if not one.exists()]
        for one in [*reversed(fresh), root]:
            _settle(one, OPEN)
        for plan in PLANS:
            _settle(root / plan.name, plan.mode)


def _deliver(root, folder, name, text, mode):
    # The draft gets ready in a closet that only the office can enter, and walks over when done.
    with _strict(), tempfile.TemporaryDirectory(dir=root, prefix=".closet-") as closet:
        draft = pathlib.Path(closet, "draft")
        draft.write_bytes(text.encode("utf-8"))
        os.chown(draft, -1, os.stat(os.path.join(root, folder)).st_gid)
        draft.chmod(mode)
        os.replace(draft, os.path.join(root, folder, name))


def post(root, name, text):
    _deliver(root, "board", name, text, 0o644)


def share(root, name, text):
    _deliver(root, "staff", name, text, 0o660)
