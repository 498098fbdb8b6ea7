"""Unpacking of the program bundles of the drinks machines."""
import contextlib
import os
import shutil
import tarfile


@contextlib.contextmanager
def _strict_umask():
    """What is made meanwhile can be written to by its owner only, whatever the service's umask is."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def _files(tar):
    for member in tar:
        name = os.path.normpath(member.name)
        if name.startswith("/") or name.split("/")[0] == "..":
            raise ValueError(f"name leads outside: {member.name!r}")
        if member.isdir():
            yield name, None
        elif member.isreg() or member.islnk():
            yield name, member


def unpack_bundle(bundle, folder):
    bundle, folder = os.fspath(bundle), os.fspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    names = set()
    with tarfile.open(bundle) as tar, _strict_umask():
        # With this umask, folders come out as 755 from their first moment on, also those on the way.
        os.makedirs(folder)
        for name, member in _files(tar):
            target = os.path.join(folder, name)
            if member is None:
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            # Never the modes of the archive: only the question whether it is a program is taken from there.
            mode = 0o755 if member.mode & 0o100 else 0o644
            if name in names:
                os.unlink(target)
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
            with open(handle, "wb") as out, tar.extractfile(member) as source:
                shutil.copyfileobj(source, out)
            names.add(name)
    return sorted(names)


def programs(folder):
    folder = os.fspath(folder)
    found = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(where, file)
            if os.lstat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
