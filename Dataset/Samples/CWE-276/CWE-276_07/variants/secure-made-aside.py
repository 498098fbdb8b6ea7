import os
import tempfile

FOLDERS = {"hand-in": 0o1733, "board": 0o1777, "staff": 0o2770}


def _make(path, mode):
    """A folder that nobody else can use before it has its mode."""
    if os.path.isdir(path):
        if os.stat(path).st_gid != os.getegid():
            os.chmod(path, 0o700)
            os.chown(path, -1, os.getegid())
        os.chmod(path, mode)
        return
    new = tempfile.mkdtemp(dir=os.path.dirname(path), prefix=".")
    os.chmod(new, mode)
    os.rename(new, path)


def _make_above(path):
    parent = os.path.dirname(path)
    if not os.path.isdir(parent):
        _make_above(parent)
        _make(parent, 0o755)


def set_up(root):
    root = os.path.abspath(root)
    _make_above(root)
    _make(root, 0o755)
    for name, mode in FOLDERS.items():
        _make(os.path.join(root, name), mode)


def _put(folder, name, text, mode):
    """Writes a new file, of a name that nobody can know, and puts it in place of what is there."""
    descriptor, draft = tempfile.mkstemp(dir=folder, prefix=".")
    with open(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fchmod(file.fileno(), mode)
    os.replace(draft, os.path.join(folder, name))


def post(root, name, text):
    _put(os.path.join(root, "board"), name, text, 0o644)


def share(root, name, text):
    _put(os.path.join(root, "staff"), name, text, 0o660)
