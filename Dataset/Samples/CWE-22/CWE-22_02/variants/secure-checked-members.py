import os
import tarfile


def is_inside(base, name):
    path = os.path.realpath(os.path.join(base, name))
    return path == base or path.startswith(base + os.sep)


def install_tour(archive, folder):
    if not os.path.isdir(folder):
        os.makedirs(folder)
    base = os.path.realpath(folder)
    tar = tarfile.open(archive)
    try:
        members = tar.getmembers()
        for member in members:
            if member.issym() or member.islnk() or member.isdev():
                raise ValueError("links and devices are not allowed in a tour: " + member.name)
            if os.path.isabs(member.name) or not is_inside(base, member.name):
                raise ValueError("the tour leaves its folder: " + member.name)
        tar.extractall(path=base, members=members)
        title = ""
        for member in members:
            if member.name == "index.txt" and member.isfile():
                title = tar.extractfile(member).read().decode("utf-8").partition("\n")[0]
    finally:
        tar.close()
    return {"files": sorted(m.name for m in members if m.isfile()), "title": title}
