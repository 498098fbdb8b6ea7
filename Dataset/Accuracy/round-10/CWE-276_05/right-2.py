"""Bundles are unpacked in a private folder (700), put right from the leaves to the root, and
shown only when all is done."""

import os
import shutil
import tarfile
import tempfile


def _missing(path):
    while not os.path.isdir(path):
        yield path
        path = os.path.dirname(path)


def unpack_bundle(bundle, folder):
    target = os.path.abspath(folder)
    if os.path.lexists(target):
        raise FileExistsError(target)
    for path in reversed(list(_missing(os.path.dirname(target)))):
        os.mkdir(path, 0o755)
        os.chmod(path, 0o755)
    private = tempfile.mkdtemp(dir=os.path.dirname(target))
    try:
        inner = os.path.join(private, "bundle")
        os.chmod(private, 0o700)
        os.mkdir(inner, 0o700)
        os.chmod(inner, 0o700)
        with tarfile.open(bundle, "r:*") as archive:
            archive.extractall(inner, filter="data")
        listed = []
        for root, _, names in os.walk(inner, topdown=False):
            for name in names:
                path = os.path.join(root, name)
                if os.path.islink(path):
                    raise tarfile.TarError("a bundle holds files and folders only")
                os.chmod(path, 0o755 if os.stat(path).st_mode & 0o100 else 0o644)
                listed.append(os.path.relpath(path, inner))
            os.chmod(root, 0o755)
        os.rename(inner, target)
    finally:
        shutil.rmtree(private)
    return sorted(listed)


def programs(folder):
    def walk(path, prefix):
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from walk(entry.path, prefix + entry.name + "/")
                elif entry.stat().st_mode & 0o100:
                    yield prefix + entry.name

    return sorted(walk(os.fspath(folder), ""))
