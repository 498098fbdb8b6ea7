import contextlib
import os
import secrets

MODE = 0o755


def _folders_above(path):
    while path and not os.path.isdir(path):
        yield path
        path = os.path.dirname(path.rstrip("/"))


def _ensure(folder):
    for missing in reversed(list(_folders_above(folder.rstrip("/") or folder))):
        with contextlib.suppress(FileExistsError):
            os.mkdir(missing, MODE)
            os.chmod(missing, MODE)


@contextlib.contextmanager
def _fresh_file(path):
    """A new file that takes the place of `path` when the block ends well."""
    draft = f"{os.path.dirname(path) or '.'}/.{secrets.token_hex(8)}.new"
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(fd, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fchmod(fd, MODE)
        os.rename(draft, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        raise


def install_script(folder, name, commands):
    if not name or "/" in name or name in (".", ".."):
        raise ValueError(f"{name!r} is not the name of a script")
    _ensure(folder)
    path = os.path.join(folder, name)
    with _fresh_file(path) as script:
        print("#!/bin/sh", *commands, sep="\n", file=script)
    return path


def remove_script(folder, name):
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(os.path.join(folder, name))
        return True
    return False
