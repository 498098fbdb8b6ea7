import os
import re
import secrets
import threading

_LOCK = threading.Lock()        # several at once must not get the same name

_FORBIDDEN = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}
_ENDINGS = {"", ".ini", ".cfg", ".txt"}
_MAX = 200


def _clean(filename):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    return re.sub(r"[^a-zA-Z0-9._-]", "", name)


def _good(name):
    """Whether this name, as Windows reads it, is one of a setup."""
    if not name or len(name) > _MAX or name.startswith(".") or name.endswith("."):
        return False
    if name.lower() in _FORBIDDEN:
        return False
    return _parts(name)[1].lower() in _ENDINGS


def _parts(name):
    dot = name.rfind(".")
    return (name, "") if dot < 0 else (name[:dot], name[dot:])


def store(folder, filename, data):
    name = _clean(filename)
    if not _good(name):
        return None
    front, ending = _parts(name)
    with _LOCK:
        taken = {other.lower() for other in os.listdir(folder)}
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{front}-{number}{ending}"
        if not _good(name):
            return None
        # whole or not at all: nobody fetches half a setup
        draft = os.path.join(folder, "draft-" + secrets.token_hex(8))
        try:
            with open(draft, "xb") as file:
                file.write(data)
            os.replace(draft, os.path.join(folder, name))
        except BaseException:
            if os.path.exists(draft):
                os.unlink(draft)
            raise
    return name
