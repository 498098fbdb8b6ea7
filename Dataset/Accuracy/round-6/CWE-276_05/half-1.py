import os
import posixpath
import shutil
import stat
import tarfile


def _make_folder(path):
    made = []
    above = os.path.abspath(path)
    while not os.path.lexists(above):
        made.append(above)
        above = os.path.dirname(above)
    os.makedirs(path, mode=0o755, exist_ok=True)
    for folder in reversed(made):
        os.chmod(folder, 0o755)


def unpack_bundle(bundle, folder):
    folder = os.fspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    names = set()
    with tarfile.open(bundle) as archive:
        _make_folder(folder)
        for member in archive:
            name = posixpath.normpath(member.name)
            if name.startswith(("/", "../")) or name == "..":
                raise ValueError(f"name leads outside: {member.name}")
            target = os.path.join(folder, name)
            if member.isdir():
                _make_folder(target)
            elif member.isreg():
                _make_folder(os.path.dirname(target))
                if name in names:
                    os.unlink(target)
                fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(fd, "wb") as out, archive.extractfile(member) as source:
                    shutil.copyfileobj(source, out)
                    os.fchmod(fd, 0o755 if member.mode & stat.S_IXUSR else 0o644)
                names.add(name)
    return sorted(names)


def programs(folder):
    found = []
    for path, _, files in os.walk(folder):
        for file in files:
            full = os.path.join(path, file)
            if os.stat(full).st_mode & stat.S_IXUSR:
                found.append(os.path.relpath(full, folder))
    return sorted(found)
