import os
import stat

EXECUTABLE = stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH


def install_script(folder, name, commands):
    os.makedirs(folder, mode=0o755, exist_ok=True)
    path = folder.rstrip("/") + "/" + name
    with open(path, "w", encoding="utf-8") as script:
        script.write("\n".join(["#!/bin/sh"] + commands) + "\n")
    os.chmod(path, EXECUTABLE)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if os.path.exists(path):
        os.remove(path)
        return True
    return False
