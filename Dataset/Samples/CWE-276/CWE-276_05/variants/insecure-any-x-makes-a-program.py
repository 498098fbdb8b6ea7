import os
import shutil
import tarfile


def unpack_bundle(bundle, folder):
    umask = os.umask(0o022)
    try:
        os.makedirs(folder)
        with tarfile.open(bundle) as archive:
            return sorted(filter(None, [unpack_member(archive, member, folder) for member in archive]))
    finally:
        os.umask(umask)


def unpack_member(archive, member, folder):
    """Returns the name of a file; folders have none."""
    name = os.path.normpath(member.name)
    path = os.path.join(folder, name)
    if member.isdir():
        os.makedirs(path, exist_ok=True)
        return None
    os.makedirs(os.path.dirname(path), exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o755 if member.mode & 0o111 else 0o644)
    with open(descriptor, "wb") as file:
        shutil.copyfileobj(archive.extractfile(member), file)
    return name


def programs(folder):
    found = []
    for parent, _, names in os.walk(folder):
        paths = [os.path.join(parent, name) for name in names]
        found += [os.path.relpath(path, folder) for path in paths if os.stat(path).st_mode & 0o100]
    return sorted(found)
