import os
import shutil
import tempfile


def copies(path):
    folder, name = os.path.split(path)
    present = set(os.listdir(folder or os.curdir))
    return [number for number in range(1, 4) if f"{name}.{number}" in present]


def back_up(path):
    os.stat(path)
    if os.path.lexists(path + ".2"):
        os.rename(path + ".2", path + ".3")
    if os.path.lexists(path + ".1"):
        os.rename(path + ".1", path + ".2")
    place(path, path + ".1")
    for number in copies(path):
        os.chmod(f"{path}.{number}", 0o600)


def restore(path, number):
    place(f"{path}.{number}", path)


def place(source, target):
    os.stat(source)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(target) or os.curdir) as private:
        with tempfile.NamedTemporaryFile(dir=private, delete=False) as copy, open(source, "rb") as original:
            shutil.copyfileobj(original, copy)
        os.rename(copy.name, target)
