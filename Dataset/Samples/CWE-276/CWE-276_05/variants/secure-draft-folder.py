import os
import shutil
import tarfile
import tempfile


def set_modes(folder):
    names = []
    for parent, folders, files in os.walk(folder, topdown=False):
        for name in files:
            path = os.path.join(parent, name)
            os.chmod(path, 0o755 if os.stat(path).st_mode & 0o100 else 0o644)
            names.append(os.path.relpath(path, folder))
        for name in folders:
            os.chmod(os.path.join(parent, name), 0o755)
    return sorted(names)


def unpack_bundle(bundle, folder):
    """Unpacks where nobody else can look, and opens the folder when all modes are right."""
    folder = os.path.abspath(folder)
    if os.path.exists(folder):
        raise FileExistsError(f"{folder} is there already")
    make_folders(os.path.dirname(folder))
    draft = tempfile.mkdtemp(dir=os.path.dirname(folder))
    try:
        with tarfile.open(bundle) as archive:
            archive.extractall(draft, members=[changeable(member) for member in archive if member.name != "."])
        names = set_modes(draft)
        os.chmod(draft, 0o755)
        os.rename(draft, folder)
    except BaseException:
        shutil.rmtree(draft)
        raise
    return names


def make_folders(folder):
    if not os.path.isdir(folder):
        make_folders(os.path.dirname(folder))
        os.mkdir(folder, 0o755)


def changeable(member):
    member.mode = member.mode & 0o700 | 0o600 | (0o100 if member.isdir() else 0)
    return member


def programs(folder):
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            if os.stat(os.path.join(parent, name)).st_mode & 0o111:
                found.append(os.path.relpath(os.path.join(parent, name), folder))
    return sorted(found)
