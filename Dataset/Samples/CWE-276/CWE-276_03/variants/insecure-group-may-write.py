import os


def install_script(folder, name, commands):
    os.makedirs(folder, mode=0o775, exist_ok=True)
    path = "/".join([folder.rstrip("/"), name])
    if os.path.exists(path):
        os.unlink(path)
    with open(path, "w", opener=lambda file, flags: os.open(file, flags, 0o775)) as out:
        for line in ["#!/bin/sh", *commands]:
            out.write(line + "\n")
    os.chmod(path, 0o775)
    return path


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except FileNotFoundError:
        return False
    return True
