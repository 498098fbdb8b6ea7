import os
import tarfile


class BadArchive(ValueError):
    pass


def _resolve(folder, *parts):
    root = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(root, *parts))
    if path != root and not path.startswith(root.rstrip(os.sep) + os.sep):
        raise BadArchive(f"{'/'.join(parts)} lies outside the folder")
    return path


def _check(tar, folder):
    for member in tar.getmembers():
        if member.name.startswith("/") or ".." in member.name.split("/"):
            raise BadArchive(member.name)
        _resolve(folder, member.name)
        if member.islnk():
            # tar stores a file that occurs twice as a link to the first one
            _resolve(folder, os.path.dirname(member.name), member.linkname)
        elif not member.isreg() and not member.isdir():
            raise BadArchive(f"{member.name} is neither a file nor a folder")
        yield member


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    names = set()
    with tarfile.open(archive, "r:gz") as tar:
        members = list(_check(tar, folder))
        for member in members:
            member.mode = 0o755 if member.isdir() else 0o644
            if not member.isdir():
                names.add(os.path.normpath(member.name))
        tar.extractall(folder, members=members)

    title = ""
    if "index.txt" in names:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as file:
            title = file.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(names)}
