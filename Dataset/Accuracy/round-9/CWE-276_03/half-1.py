"""Puts the scripts of the telescopes into their folder."""

import os


def _make_folder(folder):
    """Makes `folder` and what is missing above it, each with mode 755 from the beginning."""
    missing = []
    path = os.path.abspath(folder)
    while not os.path.isdir(path):
        missing.append(path)
        path = os.path.dirname(path)
    for path in reversed(missing):
        try:
            os.mkdir(path, 0o755)
        except FileExistsError:
            continue
        os.chmod(path, 0o755)


def install_script(folder, name, commands):
    _make_folder(folder)
    text = "".join(line + "\n" for line in ["#!/bin/sh", *commands])
    target = os.path.join(folder, name)
    draft = os.path.join(folder, "." + name + ".new")

    # The mode is given at once, so that nobody but us can open the draft for writing, and the
    # old script is never written into: the draft takes its place in one step.
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o755)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            os.fchmod(file.fileno(), 0o755)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise
    return f"{folder}/{name}"


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
