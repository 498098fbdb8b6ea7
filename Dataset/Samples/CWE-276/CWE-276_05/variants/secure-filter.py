import contextlib
import os
import tarfile
import threading
from pathlib import Path

#: One at a time: the umask is that of the whole process.
unpacking = threading.Lock()


@contextlib.contextmanager
def usual_umask():
    with unpacking:
        before = os.umask(0o022)
        try:
            yield
        finally:
            os.umask(before)


def as_installed(member, folder):
    if member.isfile():
        return member.replace(mode=0o755 if member.mode & 0o100 else 0o644, uid=None, gid=None, uname=None, gname=None)
    return member.replace(mode=None, uid=None, gid=None, uname=None, gname=None)


def files_in(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def unpack_bundle(bundle, folder):
    with usual_umask(), tarfile.open(bundle, "r:*") as archive:
        Path(folder).mkdir(parents=True)
        archive.extractall(folder, filter=as_installed)
    return sorted(path.relative_to(folder).as_posix() for path in files_in(folder))


def programs(folder):
    return sorted(path.relative_to(folder).as_posix() for path in files_in(folder) if path.stat().st_mode & 0o100)
