"""Unpacks bundles for the drinks machines: programs 755, other files 644, folders 755."""

import os
import posixpath
import shutil
import tarfile
from contextlib import contextmanager


@contextmanager
def _umask(mask):
    """Everything inside is made with `mask`, whatever the service was started with."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def _clean(name):
    name = posixpath.normpath(name)
    if name.startswith("/") or name.split("/")[0] == "..":
        raise ValueError(f"name leads outside: {name}")
    return name


def unpack_bundle(bundle, folder):
    bundle, folder = os.fspath(bundle), os.fspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(f"{folder} exists already")
    files = []
    # With 022, what is asked for as 777 and 666 is made as 755 and 644 right away: there is no
    # moment at which anything is more open than that.
    with tarfile.open(bundle) as archive, _umask(0o022):
        os.makedirs(os.path.dirname(os.path.abspath(folder)), exist_ok=True)
        os.mkdir(folder)
        for member in archive:
            name = _clean(member.name)
            path = os.path.join(folder, name)
            if member.isdir():
                os.makedirs(path, exist_ok=True)
            elif member.isreg():
                os.makedirs(os.path.dirname(path), exist_ok=True)
                if name in files:
                    os.unlink(path)
                    files.remove(name)
                mode = 0o777 if member.mode & 0o100 else 0o666
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
                with os.fdopen(handle, "wb") as target:
                    shutil.copyfileobj(archive.extractfile(member), target)
                files.append(name)
            else:
                raise ValueError(f"neither file nor folder: {name}")
    return sorted(files)


def programs(folder):
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if os.stat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
