import binascii
import functools
import json
import logging
import os
import pathlib
import tempfile

log = logging.getLogger("satin")


class Refused(ValueError):
    pass


def real_files(folder):
    pending = [pathlib.Path(folder)]
    while pending:
        for child in pending.pop().iterdir():
            if child.is_symlink():
                log.warning("left out: the link %s", child)
            elif child.is_dir():
                pending.append(child)
            elif child.is_file():
                yield child


def back_up(folder):
    names = {file.relative_to(folder).as_posix(): file for file in real_files(folder)}
    encoder = json.JSONEncoder(ensure_ascii=True, default=lambda path:
                               binascii.b2a_base64(path.read_bytes(), newline=False).decode())
    return encoder.encode({"made_by": "satin 2",
                           "designs": [{"name": n, "data": names[n]} for n in sorted(names)]})


def vetted(pairs):
    """A JSON hook: no object with a bad name ever comes out of the parser."""
    thing = dict(pairs)
    if "name" in thing:
        name = thing["name"]
        if type(name) is not str or "\0" in name:
            raise Refused("a name is a text")
        if any(step in {"", ".", ".."} for step in name.split("/")):
            raise Refused(f"{name!r} leads out of the folder or is no name of a file")
    return thing


def enter(place, step):
    below = place / step
    if below.is_symlink():
        raise Refused(f"{below} is a symbolic link")
    below.mkdir(exist_ok=True)
    return below


def restore(text, folder, only=None):
    prefix = "/".join(filter(None, (only or "").split("/")))
    prefix += "/" if prefix else ""
    wanted = {d["name"]: binascii.a2b_base64(d["data"].encode())
              for d in json.loads(text, object_pairs_hook=vetted)["designs"]
              if d["name"].startswith(prefix)}
    root = pathlib.Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    umask = os.umask(0)
    os.umask(umask)
    for name, content in wanted.items():
        *steps, last = name.split("/")
        place = functools.reduce(enter, steps, root)
        handle, temporary = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, 0o666 & ~umask)
            os.replace(temporary, place / last)
        except BaseException:
            os.unlink(temporary)
            raise
    return sorted(wanted)
