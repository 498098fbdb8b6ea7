import os


def install_script(folder, name, commands):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(["#!/bin/sh", *commands]) + "\n")
    os.chmod(path, 0o777)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    os.remove(path)
    return True
