import os
import tempfile

FOLDERS = {"hand-in": 0o1733, "board": 0o1777, "staff": 0o2770}


def set_up(root):
    old = os.umask(0)
    try:
        # The modes as they stand here, without what the umask takes away.
        os.makedirs(root, 0o755, exist_ok=True)
        os.chmod(root, 0o755)
        for name, mode in FOLDERS.items():
            path = os.path.join(root, name)
            os.makedirs(path, mode, exist_ok=True)
            os.chmod(path, mode)
    finally:
        os.umask(old)


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
