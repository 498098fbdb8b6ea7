"""Drafts are written in a folder of the office's own, which is gone afterwards."""
import os
import pathlib
import stat
import tempfile
from stat import S_IRGRP, S_IROTH, S_IRUSR, S_IRWXG, S_IRWXO, S_IRWXU, S_ISGID, S_ISVTX
from stat import S_IWGRP, S_IWOTH, S_IWUSR, S_IXGRP, S_IXOTH

ENTER_AND_LIST = S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH
DROP = S_ISVTX | S_IRWXU | S_IWGRP | S_IXGRP | S_IWOTH | S_IXOTH
WALL = S_ISVTX | S_IRWXU | S_IRWXG | S_IRWXO
TEAM = S_ISGID | S_IRWXU | S_IRWXG


def _settle(path, mode):
    if not stat.S_ISDIR(os.lstat(path).st_mode):
        raise NotADirectoryError(path)
    os.chown(path, -1, os.getegid(), follow_symlinks=False)
    os.chmod(path, mode)


def set_up(root):
    def ensure(path):
        if not path.is_dir():
            ensure(path.parent)
            path.mkdir(mode=S_IRWXU)
            _settle(path, ENTER_AND_LIST)

    base = pathlib.Path(os.path.abspath(root))
    ensure(base)
    os.chmod(base, ENTER_AND_LIST)
    for name, mode in dict(board=WALL, staff=TEAM, **{"hand-in": DROP}).items():
        try:
            # sticky from its first moment on, and closed to all but the office
            os.mkdir(base / name, S_ISVTX | S_IRWXU)
        except FileExistsError:
            pass
        _settle(base / name, mode)


def _bring(text, target, mode, group=None):
    with tempfile.TemporaryDirectory(prefix=".office-", dir=target.parent.parent) as own:
        os.chmod(own, S_IRWXU)                   # whatever the umask is
        draft = pathlib.Path(own, "draft")
        draft.touch(mode=S_IRUSR | S_IWUSR, exist_ok=False)
        draft.chmod(S_IRUSR | S_IWUSR)
        draft.write_bytes(text.encode("utf-8"))
        if group is not None:
            os.chown(draft, -1, group)
        draft.chmod(mode)
        draft.replace(target)


def post(root, name, text):
    _bring(text, pathlib.Path(root, "board", name), S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)


def share(root, name, text):
    target = pathlib.Path(root, "staff", name)
    _bring(text, target, S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP, target.parent.stat().st_gid)
