"""Installs the observatory's telescope scripts."""
import os
import secrets

MODE = 0o755


def _make_folder(folder):
    """Makes the folder and what is missing above it, each closed to others."""
    if not folder or os.path.isdir(folder):
        return
    _make_folder(os.path.dirname(folder.rstrip("/")))
    try:
        os.mkdir(folder, MODE)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
        return
    os.chmod(folder, MODE)              # whatever the umask took away


def _is_current(path, content):
    """Is this very script installed already?"""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    with open(fd, "rb") as file:
        if file.read() != content:
            return False
        os.fchmod(file.fileno(), MODE)
    return True


def install_script(folder, name, commands):
    _make_folder(folder)
    path = f"{folder}/{name}"
    content = "".join(line + "\n" for line in ["#!/bin/sh", *commands]).encode()
    if _is_current(path, content):      # nothing to do for a running night
        return path
    draft = f"{folder}/.{name}.{secrets.token_hex(8)}"
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(fd, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), MODE)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    return path


def remove_script(folder, name):
    try:
        os.unlink(f"{folder}/{name}")
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
