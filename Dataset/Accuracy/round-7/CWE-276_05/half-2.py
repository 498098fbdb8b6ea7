import os
import posixpath
import tarfile


def make_folder(path):
    parent = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(parent):
        make_folder(parent)
    os.mkdir(path, 0o755)
    os.chmod(path, 0o755)


def sanitized(member, folder):
    member = tarfile.data_filter(member, folder)
    program = member.isdir() or member.mode & 0o100
    return member.replace(mode=0o755 if program else 0o644, deep=False)


def unpack_bundle(bundle, folder):
    make_folder(folder)
    with tarfile.open(bundle) as archive:
        members = [m for m in archive if m.isreg() or m.isdir()]
        for member in members:
            if member.isdir():
                member.mode = 0o755
        archive.extractall(folder, members, filter=sanitized)
    for where, _, _ in os.walk(folder):
        os.chmod(where, 0o755)
    return sorted({posixpath.normpath(m.name) for m in members if m.isreg()})


def programs(folder):
    found = []
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            if os.lstat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
