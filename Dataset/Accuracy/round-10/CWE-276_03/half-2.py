"""Installs the observatory's telescope scripts."""
import contextlib
import os
import tempfile


@contextlib.contextmanager
def _umask(mask):
    """The installer runs with the umask 0; what we make needs a tighter one."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def install_script(folder, name, commands):
    path = f"{folder}/{name}"
    with _umask(0o022):
        # makedirs gives its mode to the last folder only; the umask is for all
        os.makedirs(folder, exist_ok=True)
    fd, draft = tempfile.mkstemp(prefix=".draft-", dir=folder)     # mode 600
    try:
        with open(fd, "w", encoding="utf-8", newline="\n") as file:
            file.write("#!/bin/sh\n")
            file.writelines(command + "\n" for command in commands)
            file.flush()
            os.fchmod(file.fileno(), 0o755)
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        raise
    return path


def remove_script(folder, name):
    try:
        os.unlink(f"{folder}/{name}")
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
