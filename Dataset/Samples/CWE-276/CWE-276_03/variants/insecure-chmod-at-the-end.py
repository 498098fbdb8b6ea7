import os


def install_script(folder, name, commands):
    missing = []
    current = os.path.abspath(folder)
    while not os.path.exists(current):
        missing.append(current)
        current = os.path.dirname(current)
    os.makedirs(folder, exist_ok=True)
    for directory in missing:
        os.chmod(directory, 0o755)
    path = os.path.join(folder, name)
    with open(path, "w") as f:
        f.write("#!/bin/sh\n")
        f.writelines(f"{line}\n" for line in commands)
    os.chmod(path, 0o755)
    print("installed", path)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    os.remove(path)
    return True
