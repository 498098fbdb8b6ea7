import os
import secrets
from contextlib import ExitStack, suppress

MODE = 0o755


def _folders(path):
    """Missing folders, outermost first."""
    head = os.path.dirname(path.rstrip("/"))
    if path and not os.path.isdir(path):
        yield from _folders(head)
        yield path


def install_script(folder, name, commands):
    for missing in _folders(folder):
        with suppress(FileExistsError):
            os.mkdir(missing, MODE)
            os.chmod(missing, MODE)
    body = "\n".join(("#!/bin/sh", *commands, "")).encode("utf-8", "surrogateescape")
    with ExitStack() as stack:
        d = os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY)
        stack.callback(os.close, d)
        draft = f".{secrets.token_hex(16)}"
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o700, dir_fd=d)
        cleanup = stack.enter_context(ExitStack())
        cleanup.callback(os.unlink, draft, dir_fd=d)
        with open(fd, "wb") as f:
            f.write(body)
            f.flush()
            os.fchmod(fd, MODE)
        os.rename(draft, name, src_dir_fd=d, dst_dir_fd=d)
        cleanup.pop_all()
    return "/".join((folder, name))


def remove_script(folder, name):
    removed = False
    with suppress(FileNotFoundError, NotADirectoryError):
        os.unlink("/".join((folder, name)))
        removed = True
    return removed
