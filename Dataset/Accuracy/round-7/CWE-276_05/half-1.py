import os
import posixpath
import shutil
import tarfile


def make_folder(path):
    if not os.path.isdir(path):
        make_folder(os.path.dirname(path))
        os.mkdir(path, 0o755)
        os.chmod(path, 0o755)


def make_file(path, source, mode):
    if os.path.lexists(path):
        os.unlink(path)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(fd, "wb") as target:
        os.fchmod(fd, mode)
        shutil.copyfileobj(source, target)


def unpack_bundle(bundle, folder):
    os.makedirs(folder, mode=0o755)
    os.chmod(folder, 0o755)
    paths = set()
    with tarfile.open(bundle) as archive:
        for member in archive:
            name = posixpath.normpath(member.name)
            if name.startswith(("/", "../")) or name == "..":
                raise ValueError("a name leads outside")
            path = os.path.join(folder, name)
            if member.isdir():
                make_folder(path)
            elif member.isreg():
                make_folder(os.path.dirname(path))
                make_file(path, archive.extractfile(member), 0o755 if member.mode & 0o100 else 0o644)
                paths.add(name)
    return sorted(paths)


def programs(folder):
    found = []
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            if os.lstat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
