import os
import tarfile


def make_folder(path):
    """Makes a folder and those above it; each is closed until it has its mode."""
    if path and not os.path.isdir(path):
        make_folder(os.path.dirname(path.rstrip("/")))
        if not os.path.isdir(path):
            os.mkdir(path, 0o700)
            os.chmod(path, 0o755)


def make_file(path, data, mode):
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.fchmod(descriptor, mode)
        while data:
            data = data[os.write(descriptor, data):]
    finally:
        os.close(descriptor)


def unpack_bundle(bundle, folder):
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    make_folder(folder)
    names = []
    with tarfile.open(bundle) as archive:
        for member in archive.getmembers():
            path = os.path.join(folder, os.path.normpath(member.name))
            if member.isdir():
                make_folder(os.path.normpath(path))
            elif member.isfile():
                make_folder(os.path.dirname(path))
                make_file(path, archive.extractfile(member).read(), 0o755 if member.mode & 0o100 else 0o644)
                names.append(os.path.relpath(path, folder))
    return sorted(names)


def programs(folder):
    every = (os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return sorted(os.path.relpath(path, folder) for path in every if os.access(path, os.X_OK))
