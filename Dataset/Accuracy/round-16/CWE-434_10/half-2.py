import os
import string
import tempfile

ALLOWED = frozenset(string.ascii_letters + string.digits + ".-_")
ENDINGS = ("ini", "cfg", "txt")
FORBIDDEN = (".htaccess", ".htpasswd", ".user.ini", "php.ini")


def clean(filename):
    name = filename.replace("\\", "/").rpartition("/")[2].replace(" ", "-")
    return "".join(sign for sign in name if sign in ALLOWED)


def acceptable(name):
    if not name or name.startswith(".") or name.endswith("."):
        return False
    if name.lower() in FORBIDDEN:
        return False
    _, dot, ending = name.rpartition(".")
    return not dot or ending.lower() in ENDINGS


def free_name(folder, name):
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    there = {entry.casefold() for entry in os.listdir(folder)}
    number = 2
    while name.casefold() in there:
        name = f"{stem}-{number}{dot}{ending}"
        number += 1
    return name


def store(folder, filename, data):
    name = clean(filename)
    if not acceptable(name):
        return None
    name = free_name(folder, name)
    # the name that counts is the one in the end
    if not acceptable(name) or len(name) > 255:
        return None
    # Under a harmless name first, so that nobody fetches half a setup.
    handle, temporary = tempfile.mkstemp(prefix="upload-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, os.path.join(folder, name))
    except BaseException:
        os.unlink(temporary)
        raise
    return name
