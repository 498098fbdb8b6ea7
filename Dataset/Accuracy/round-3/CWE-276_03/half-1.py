import os
import tempfile


def install_script(folder, name, commands):
    if not os.path.isdir(folder):
        os.makedirs(folder, mode=0o755, exist_ok=True)
        os.chmod(folder, 0o755)
    path = os.path.join(folder, name)
    fd, temporary = tempfile.mkstemp(prefix=".install-", dir=folder)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as script:
            for line in ["#!/bin/sh", *commands]:
                script.write(line + "\n")
            os.fchmod(script.fileno(), 0o755)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return path


def remove_script(folder, name):
    try:
        os.remove(os.path.join(folder, name))
    except FileNotFoundError:
        return False
    return True
