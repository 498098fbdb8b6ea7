import os


def install_script(folder, name, commands):
    if not os.path.exists(folder):
        os.makedirs(folder)
    path = os.path.join(folder, name)
    lines = ["#!/bin/sh"] + list(commands)
    with open(path, "w") as script:
        script.write("\n".join(lines))
        script.write("\n")
    os.chmod(path, 0o755)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    os.remove(path)
    return True
