"""Folders on the school's computer, for the account `office`."""

import os
import tempfile


def _folder(path, mode):
    """A new folder is ours alone until it gets its mode, sticky bit included."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        if os.path.islink(path) or not os.path.isdir(path):
            raise
    os.chmod(path, mode)


def _above(path):
    parent = os.path.dirname(path)
    if not os.path.isdir(parent):
        _above(parent)
        _folder(parent, 0o755)


def set_up(root):
    root = os.path.realpath(root)
    _above(root)
    # The root first: while others could still add and rename in it,
    # nothing below it could be trusted.
    _folder(root, 0o755)
    _folder(os.path.join(root, "hand-in"), 0o1733)
    _folder(os.path.join(root, "board"), 0o1777)
    # The set-group-ID bit gives whatever is put in to the group of the folder.
    _folder(os.path.join(root, "staff"), 0o2770)


def _replace(folder, name, text, mode):
    data = text.encode("utf-8")
    fd, draft = tempfile.mkstemp(dir=folder)       # new, 0600, under no name known before
    try:
        with open(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(fd, mode)
        os.rename(draft, os.path.join(folder, name))
    except BaseException:
        os.unlink(draft)
        raise


def post(root, name, text):
    _replace(os.path.join(root, "board"), name, text, 0o644)


def share(root, name, text):
    _replace(os.path.join(root, "staff"), name, text, 0o660)
