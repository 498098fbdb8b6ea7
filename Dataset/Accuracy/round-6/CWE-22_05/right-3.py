"""Works on directory descriptors only; no step of a path ever follows a link."""
import base64
import errno
import json
import os
import stat
from contextlib import ExitStack, contextmanager

_STEP = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def _descriptor(*args, **kwargs):
    fd = os.open(*args, **kwargs)
    try:
        yield fd
    finally:
        os.close(fd)


def _stop(error):
    raise error


def _found(folder):
    top = os.path.realpath(folder)
    for at, _, files, here in os.fwalk(top, onerror=_stop, follow_symlinks=False):
        prefix = "" if at == top else os.path.relpath(at, top) + "/"
        for file in files:
            if not stat.S_ISREG(os.stat(file, dir_fd=here, follow_symlinks=False).st_mode):
                continue
            with os.fdopen(os.open(file, _READ, dir_fd=here), "rb") as design:
                yield prefix + file, base64.b64encode(design.read()).decode()


def back_up(folder):
    return json.dumps({
        "made_by": "satin 2",
        "designs": [dict(zip(("name", "data"), pair)) for pair in sorted(_found(folder))],
    })


def _steps(name):
    match name:
        case str() if "\0" not in name:
            os.fsencode(name)
            *folders, file = name.split("/")
            if {"", ".", ".."}.isdisjoint([*folders, file]):
                return folders, file
    raise ValueError(f"not a name within the folder: {name!r}")


def _put(top, folders, file, content):
    with ExitStack() as stack:
        here = top
        for step in folders:
            try:
                os.mkdir(step, dir_fd=here)
            except FileExistsError:
                pass
            try:
                here = stack.enter_context(_descriptor(step, _STEP, dir_fd=here))
            except OSError as error:
                if error.errno in (errno.ELOOP, errno.ENOTDIR):
                    raise ValueError(f"{step!r} is not a folder") from error
                raise
        try:
            os.unlink(file, dir_fd=here)
        except FileNotFoundError:
            pass
        with os.fdopen(os.open(file, _MAKE, 0o666, dir_fd=here), "wb") as design:
            design.write(content)


def restore(text, folder, only=None):
    designs = [(d["name"], *_steps(d["name"]), d["data"]) for d in json.loads(text)["designs"]]
    wanted = [] if only is None else only.strip("/").split("/")
    brought = set()
    os.makedirs(folder, exist_ok=True)
    with _descriptor(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) as top:
        for name, folders, file, data in designs:
            if folders[:len(wanted)] == wanted:
                _put(top, folders, file, base64.b64decode(data, validate=True))
                brought.add(name)
    return sorted(brought)
