import os
import posixpath
import shutil
import stat
import tarfile

READ = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
RUN = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def file_mode(member):
    mode = member.mode & 0o755 | READ | stat.S_IWUSR
    if member.mode & stat.S_IXUSR:
        mode |= RUN
    return mode


def make_folder(path):
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent:
        make_folder(parent)
    os.mkdir(path, 0o755)
    os.chmod(path, 0o755)


def unpack_bundle(bundle, folder):
    folder = os.path.abspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    make_folder(folder)
    paths = set()
    with tarfile.open(bundle) as archive:
        for member in archive:
            name = posixpath.normpath(member.name)
            if name.startswith("/") or ".." in name.split("/"):
                raise ValueError(f"not a name inside: {member.name}")
            path = os.path.join(folder, name)
            if member.isdir():
                make_folder(path)
            elif member.isreg():
                make_folder(os.path.dirname(path))
                mode = file_mode(member)
                if name in paths:
                    os.remove(path)
                fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
                with os.fdopen(fd, "wb") as out:
                    os.fchmod(fd, mode)
                    shutil.copyfileobj(archive.extractfile(member), out)
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
