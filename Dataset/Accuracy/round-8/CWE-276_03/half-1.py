import os


def _make_folders(folder):
    missing = []
    while folder and not os.path.isdir(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for path in reversed(missing):
        os.mkdir(path, 0o755)
        os.chmod(path, 0o755)


def _opener(path, flags):
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)


def install_script(folder, name, commands):
    _make_folders(folder)
    draft = os.path.join(folder, f".{name}.new")
    with open(draft, "w", encoding="utf-8", newline="\n", opener=_opener) as file:
        os.fchmod(file.fileno(), 0o755)
        for line in ["#!/bin/sh", *commands]:
            file.write(line + "\n")
    os.replace(draft, os.path.join(folder, name))
    return f"{folder}/{name}"


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
