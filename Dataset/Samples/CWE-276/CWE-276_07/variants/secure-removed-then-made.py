import os

FOLDERS = {"hand-in": 0o1733, "board": 0o1777, "staff": 0o2770}


def _make(path, mode):
    """A folder that nobody else can use before it has its mode."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        # Whatever group it had gets nothing before it is the office's.
        os.chmod(path, mode & ~0o070)
        os.chown(path, -1, os.getegid())
    os.chmod(path, mode)


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
    """Takes away what is there, and makes a file that was not there: O_EXCL follows no link and opens no other's file."""
    path = os.path.join(folder, name)
    while True:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            break
        except FileExistsError:
            continue
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("utf-8"))
    os.chmod(path, mode)


def post(root, name, text):
    _put(os.path.join(root, "board"), name, text, 0o644)


def share(root, name, text):
    _put(os.path.join(root, "staff"), name, text, 0o660)
