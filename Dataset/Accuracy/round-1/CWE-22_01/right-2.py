import os
import stat
from contextlib import ExitStack


def _enter(stack, step, flags, parent=None):
    fd = os.open(step, flags | os.O_CLOEXEC, dir_fd=parent)
    stack.callback(os.close, fd)
    return fd


def list_cards(folder):
    return sorted(_names(folder))


def _names(folder):
    for where, _, files, fd in os.fwalk(folder):
        for file in files:
            if stat.S_ISREG(os.stat(file, dir_fd=fd, follow_symlinks=False).st_mode):
                yield os.path.relpath(os.path.join(where, file), folder)


def read_card(folder, name):
    *folders, last = name.split("/")
    if not {"", ".", ".."}.isdisjoint([*folders, last]):
        return None
    with ExitStack() as stack:
        here = _enter(stack, folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for step in folders:
                here = _enter(stack, step, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, here)
            card = _enter(stack, last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, here)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(os.fstat(card).st_mode):
            return None
        with open(card, encoding="utf-8", newline="", closefd=False) as file:
            return file.read()
