import os
import shutil
import tarfile


def unpack_bundle(bundle, folder):
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    make_folders(folder)
    with tarfile.open(bundle) as archive:
        return sorted(filter(None, [unpack_member(archive, member, folder) for member in archive]))


def make_folders(folder):
    """Each with its own mode: `os.makedirs` gives it to the last one only."""
    if folder and not os.path.isdir(folder):
        make_folders(os.path.dirname(os.path.abspath(folder)))
        os.mkdir(folder, 0o755)
        os.chmod(folder, 0o755)


def unpack_member(archive, member, folder):
    """Returns the name of a file; folders have none."""
    name = os.path.normpath(member.name)
    path = os.path.join(folder, name)
    if member.isdir():
        make_folders(path)
        return None
    make_folders(os.path.dirname(path))
    mode = 0o755 if member.mode & 0o100 else 0o644
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(descriptor, "wb") as file:
        os.fchmod(descriptor, mode)
        shutil.copyfileobj(archive.extractfile(member), file)
    return name


def programs(folder):
    found = []
    for parent, _, names in os.walk(folder):
        paths = [os.path.join(parent, name) for name in names]
        found += [os.path.relpath(path, folder) for path in paths if os.stat(path).st_mode & 0o100]
    return sorted(found)
