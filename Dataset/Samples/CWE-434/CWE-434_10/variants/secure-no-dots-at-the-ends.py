"""Dots at the ends of a name are not kept."""
import ntpath
import os
import string

KEPT = set(string.ascii_letters + string.digits + "._-")


def store(folder: str, filename: str, data: bytes) -> str | None:
    name = "".join(filter(KEPT.__contains__, ntpath.basename("/" + filename.replace(":", "")).replace(" ", "-"))).strip(".")
    base, ending = os.path.splitext(name)
    if not base or (ending and ending[1:].lower() not in {"ini", "cfg", "txt"}) or (base + ending).lower() in ("php.ini", "htaccess", "htpasswd"):
        return None
    taken = [one.lower() for one in os.listdir(folder)]
    count = 1
    while name.lower() in taken:
        count += 1
        name = f"{base}-{count}{ending}"
    descriptor = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return name
