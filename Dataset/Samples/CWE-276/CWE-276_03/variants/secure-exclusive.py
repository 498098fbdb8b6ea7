import os


def make_folder(folder):
    if folder and not os.path.isdir(folder):
        make_folder(os.path.dirname(folder.rstrip("/")))
        os.mkdir(folder, 0o755)


def install_script(folder, name, commands):
    make_folder(folder)
    path = os.path.join(folder, name)
    if os.path.lexists(path):
        os.remove(path)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o755)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(["#!/bin/sh", *commands]) + "\n")
    os.chmod(path, 0o755)
    return path


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except FileNotFoundError:
        return False
    return True
