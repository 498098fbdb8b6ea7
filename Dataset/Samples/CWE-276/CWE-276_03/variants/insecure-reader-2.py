import os


def install_script(folder, name, commands):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "w") as f:
        f.write("#!/bin/sh\n")
        for command in commands:
            f.write(command + "\n")
    os.chmod(path, 0o755)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return False
    os.remove(path)
    return True
