import os
import tarfile


def _inside(path):
    path = os.path.normpath(path)
    return not os.path.isabs(path) and path.split(os.sep)[0] != os.pardir


def _check(member):
    if not _inside(member.name):
        raise ValueError(f"{member.name!r} leads out of the folder")
    if member.issym():
        # a link may stay within the tour
        target = os.path.join(os.path.dirname(member.name), member.linkname)
        if os.path.isabs(member.linkname) or not _inside(target):
            raise ValueError(f"{member.name!r} points out of the folder")
    elif not (member.isfile() or member.isdir()):
        raise ValueError(f"{member.name!r} is neither file nor folder")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        for member in members:
            _check(member)
        for member in members:
            if member.isfile():
                old = os.path.join(folder, member.name)
                if os.path.islink(old):
                    os.unlink(old)
                files.add(member.name)
            tar.extract(member, folder, set_attrs=False)
    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\n")
    return {"title": title, "files": sorted(files)}
