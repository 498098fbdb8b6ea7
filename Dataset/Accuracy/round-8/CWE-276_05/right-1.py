import os
import shutil
import tarfile


def _mkdir(path):
    os.mkdir(path, 0o700)
    os.chmod(path, 0o755)


def _make_folders(path):
    missing = []
    while not os.path.isdir(path):
        missing.append(path)
        path = os.path.dirname(path)
    for folder in reversed(missing):
        _mkdir(folder)


def _parts(name):
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts:
        raise ValueError(f"leads outside: {name}")
    return parts


def unpack_bundle(bundle, folder):
    folder = os.path.abspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    with tarfile.open(bundle) as tar:
        members = tar.getmembers()
        _make_folders(folder)
        files = set()
        for member in members:
            parts = _parts(member.name)
            target = os.path.join(folder, *parts)
            if member.isdir():
                _make_folders(target)
                continue
            if not (member.isfile() or member.islnk()):
                raise ValueError(f"neither file nor folder: {member.name}")
            _make_folders(os.path.dirname(target))
            if os.path.lexists(target):
                os.unlink(target)
            fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(fd, "wb") as out:
                shutil.copyfileobj(tar.extractfile(member), out)
                os.fchmod(fd, 0o755 if member.mode & 0o100 else 0o644)
            files.add("/".join(parts))
    return sorted(files)


def programs(folder):
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if os.stat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
