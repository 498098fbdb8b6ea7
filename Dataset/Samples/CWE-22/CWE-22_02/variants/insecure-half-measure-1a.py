import os
import posixpath
import tarfile


def _check_inside(folder, name):
    base = os.path.abspath(folder)
    target = os.path.normpath(os.path.join(base, name))
    if os.path.commonpath([base, target]) != base:
        raise ValueError(f"{name!r} leads out of the folder")


def _check_member(folder, member):
    if posixpath.isabs(member.name):
        raise ValueError(f"absolute name {member.name!r}")
    _check_inside(folder, member.name)
    if member.issym():
        # a symbolic link counts from the place where it lies
        _check_inside(folder, os.path.join(os.path.dirname(member.name), member.linkname))
    elif member.islnk():
        # a hard link counts from the top of the archive
        _check_inside(folder, member.linkname)
    elif not (member.isfile() or member.isdir()):
        raise ValueError(f"{member.name!r} is no file or folder")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        for member in members:
            _check_member(folder, member)
            member.mode = 0o755 if member.isdir() else 0o644
        tar.extractall(folder, members)

    files = {posixpath.normpath(m.name) for m in members if m.isfile() or m.islnk()}
    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\n")
    return {"title": title, "files": sorted(files)}
