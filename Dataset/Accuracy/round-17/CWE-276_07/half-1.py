import os
import stat
import tempfile


def set_up(root):
    _make_above(os.path.abspath(root))
    _folder(os.path.join(root, "hand-in"), 0o1733)
    _folder(os.path.join(root, "board"), 0o1777)
    _staff(os.path.join(root, "staff"))


def post(root, name, text):
    _put(os.path.join(root, "board"), name, text, 0o644)


def share(root, name, text):
    _put(os.path.join(root, "staff"), name, text, 0o660)


def _new(path):
    """Makes a folder that is shut to all but us; False if it is there."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        if not os.path.isdir(path):
            raise
        return False
    return True


def _make_above(root):
    missing = []
    path = root
    while not os.path.isdir(path):
        missing.append(path)
        path = os.path.dirname(path)
    if not missing:
        # all may enter and list it, only we write
        mode = stat.S_IMODE(os.stat(root).st_mode)
        os.chmod(root, mode & ~0o022 | 0o755)
    for path in reversed(missing):
        _new(path)
        os.chmod(path, 0o755)


def _folder(path, mode):
    _new(path)
    os.chmod(path, mode)    # whatever the umask, and all bits at once


def _staff(path):
    if not _new(path):
        # it may belong to a group that has no business there: shut it first
        os.chmod(path, 0o700)
        os.chown(path, -1, os.getegid())
    os.chmod(path, 0o2770)


def _put(folder, name, text, mode):
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        raise ValueError("not the name of a file")
    # a draft that is new for sure (O_EXCL, 0600), then in the place of the old one
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=folder)
    try:
        with open(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fchmod(file.fileno(), mode)
        os.replace(draft, os.path.join(folder, name))
    except BaseException:
        os.unlink(draft)
        raise
