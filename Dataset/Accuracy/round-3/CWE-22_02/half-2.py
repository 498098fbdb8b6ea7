import os
import tarfile


def _inside(root, path):
    path = os.path.realpath(path)
    return path == root or path.startswith(root + os.sep)


def _check(root, member):
    target = os.path.join(root, member.name)
    if member.name.startswith("/") or not _inside(root, target):
        raise ValueError("outside of the folder: " + member.name)
    if member.issym():
        raise ValueError("symbolic link: " + member.name)
    if member.islnk():
        goal = os.path.join(os.path.dirname(target), member.linkname)
        if not _inside(root, goal):
            raise ValueError("link out of the folder: " + member.name)
    elif not (member.isfile() or member.isdir()):
        raise ValueError("special file: " + member.name)


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    root = os.path.realpath(folder)
    names = set()
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            _check(root, member)
            if member.isdir():
                os.makedirs(os.path.join(root, member.name), exist_ok=True)
                continue
            target = os.path.join(root, member.name)
            if os.path.lexists(target):
                os.remove(target)
            member.mode = 0o644
            tar.extract(member, root, set_attrs=False)
            names.add(member.name)
    title = ""
    if "index.txt" in names:
        with open(os.path.join(root, "index.txt"), encoding="utf-8") as file:
            title = file.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(names)}
