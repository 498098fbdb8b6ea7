import os
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    tar = tarfile.open(archive, "r:gz")
    installed = []
    for member in tar:
        if member.name.startswith("/") or member.name.startswith(".."):
            continue
        if member.issym() or member.islnk():
            continue
        tar.extract(member, folder)
        if member.isreg():
            installed.append(member.name)
    tar.close()
    title = ""
    for name in installed:
        if name == "index.txt":
            title = open(os.path.join(folder, name), encoding="utf-8").readline().rstrip("\n")
    return {"title": title, "files": sorted(installed)}
