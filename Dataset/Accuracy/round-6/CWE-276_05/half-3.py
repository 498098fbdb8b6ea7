import os
import shutil
import stat
import tarfile
import tempfile


def _mkdir(path):
    os.mkdir(path, 0o700)
    os.chmod(path, 0o755)


def _mkdirs(path):
    if path and not os.path.isdir(path):
        _mkdirs(os.path.dirname(path))
        _mkdir(path)


def _write(path, source, mode):
    if os.path.lexists(path):
        os.remove(path)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(fd, "wb") as out:
        shutil.copyfileobj(source, out)
        os.fchmod(out.fileno(), mode)


def _fill(archive, folder):
    names = set()
    for member in archive:
        name = os.path.normpath(member.name)
        if os.path.isabs(name) or name.split("/")[0] == "..":
            raise ValueError(f"{member.name} leads outside")
        path = os.path.join(folder, name)
        if member.isdir():
            _mkdirs(path)
        elif member.isfile():
            _mkdirs(os.path.dirname(path))
            mode = 0o755 if member.mode & stat.S_IXUSR else 0o644
            _write(path, archive.extractfile(member), mode)
            names.add(name)
    return sorted(names)


def unpack_bundle(bundle, folder):
    folder = os.path.abspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    staging = tempfile.mkdtemp(prefix="bundle-")
    try:
        os.chmod(staging, 0o700)
        content = os.path.join(staging, "content")
        _mkdir(content)
        with tarfile.open(bundle) as archive:
            names = _fill(archive, content)
        _mkdirs(os.path.dirname(folder))
        shutil.move(content, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return names


def programs(folder):
    return sorted(
        os.path.relpath(os.path.join(path, name), folder)
        for path, _, files in os.walk(folder)
        for name in files
        if os.stat(os.path.join(path, name)).st_mode & stat.S_IXUSR
    )
