import os
import tarfile
from contextlib import contextmanager


@contextmanager
def _umask(mask):
    old = os.umask(mask)
    try:
        yield
    finally:
        os.umask(old)


def _member(member, path):
    safe = tarfile.data_filter(member, path)
    if safe.isfile():
        return safe.replace(mode=0o755 if member.mode & 0o100 else 0o644, deep=False)
    return safe.replace(mode=member.mode & 0o777, deep=False)


def unpack_bundle(bundle, folder):
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    with _umask(0o022):
        os.makedirs(folder)
        with tarfile.open(bundle) as tar:
            tar.extractall(folder, filter=_member)
    files = []
    for root, _, names in os.walk(folder):
        os.chmod(root, 0o755)
        files += [os.path.relpath(os.path.join(root, name), folder) for name in names]
    return sorted(files)


def programs(folder):
    return sorted(
        os.path.relpath(os.path.join(root, name), folder)
        for root, _, names in os.walk(folder) for name in names
        if os.stat(os.path.join(root, name)).st_mode & 0o100)
