import os
import shutil
import tempfile
from pathlib import Path

OPEN = 0o755
INSIDE = (("hand-in", 0o1733), ("board", 0o1777), ("staff", 0o2770))


def _folder(path, mode):
    if path.is_symlink():
        raise NotADirectoryError(str(path))
    if not path.is_dir():
        path.mkdir(0o700)
    # first the group, since a change of it can take the setgid bit away
    if path.stat().st_gid != os.getegid():
        os.chown(path, -1, os.getegid())
    path.chmod(mode)


def set_up(root):
    root = Path(root).absolute()
    for above in reversed(root.parents):
        if not above.exists():
            _folder(above, OPEN)
    _folder(root, OPEN)
    for name, mode in INSIDE:
        _folder(root / name, mode)


def _place(folder, name, text, mode):
    """Writes a file of our own under a name nobody can guess, and moves it
    to its place when it is complete. mkstemp opens with O_EXCL and 0600."""
    handle, draft = tempfile.mkstemp(prefix=".new-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            os.fchmod(file.fileno(), mode)
        shutil.move(draft, os.path.join(folder, name))
    except BaseException:
        if os.path.lexists(draft):
            os.remove(draft)
        raise


def post(root, name, text):
    _place(os.path.join(root, "board"), name, text, 0o644)


def share(root, name, text):
    _place(os.path.join(root, "staff"), name, text, 0o660)
