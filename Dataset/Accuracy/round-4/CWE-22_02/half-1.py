import os
import posixpath
import tarfile


def _inside(path):
    path = posixpath.normpath(path)
    return not (posixpath.isabs(path) or path == ".." or path.startswith("../"))


def _check(member):
    if posixpath.isabs(member.name) or ".." in member.name.split("/"):
        raise ValueError(f"bad name: {member.name!r}")
    if member.issym():
        if not _inside(posixpath.join(posixpath.dirname(member.name), member.linkname)):
            raise ValueError(f"link leaves the folder: {member.name!r}")
    elif member.islnk():
        if not _inside(member.linkname):
            raise ValueError(f"link leaves the folder: {member.name!r}")
    elif not (member.isreg() or member.isdir()):
        raise ValueError(f"not a file: {member.name!r}")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    names = set()
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        for member in members:
            _check(member)
        for member in members:
            if member.isdir():
                member.mode = 0o755
            elif member.isreg():
                member.mode = 0o644
                names.add(posixpath.normpath(member.name))
            tar.extract(member, folder, set_attrs=False, filter="fully_trusted")
    title = ""
    if "index.txt" in names:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(names)}
