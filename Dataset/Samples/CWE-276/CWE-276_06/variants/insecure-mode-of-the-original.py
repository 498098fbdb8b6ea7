import os
import shutil


def copies(path):
    return [number for number in (1, 2, 3) if os.path.exists(f"{path}.{number}")]


def back_up(path):
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    for number in (2, 1):
        if os.path.exists(f"{path}.{number}"):
            os.replace(f"{path}.{number}", f"{path}.{number + 1}")
    shutil.copy2(path, f"{path}.1")


def restore(path, number):
    shutil.copy2(f"{path}.{number}", path)
