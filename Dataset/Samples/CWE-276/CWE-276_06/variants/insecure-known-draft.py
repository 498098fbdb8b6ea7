import os
import shutil


def copies(path):
    return [number for number in (1, 2, 3) if os.path.lexists(f"{path}.{number}")]


def put(source, target):
    """Puts a new file with the bytes of the source, which nobody else could ever open, in the target's place."""
    with open(source, "rb") as original:
        draft = target + ".part"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with open(handle, "wb") as copy:
                os.fchmod(handle, 0o600)
                shutil.copyfileobj(original, copy)
            os.replace(draft, target)
        except BaseException:
            os.unlink(draft)
            raise


def back_up(path):
    os.stat(path)
    for number in (2, 1):
        if os.path.lexists(f"{path}.{number}"):
            os.replace(f"{path}.{number}", f"{path}.{number + 1}")
    put(path, f"{path}.1")
    for number in copies(path):
        os.chmod(f"{path}.{number}", 0o600)


def restore(path, number):
    put(f"{path}.{number}", path)
