import os
import posixpath
import tarfile


def _check(path):
    path = posixpath.normpath(path)
    if path.startswith("/") or path == ".." or path.startswith("../"):
        raise ValueError(f"{path} leads out of the folder")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if ".." in member.name.split("/"):
                raise ValueError("names must not contain ..")
            _check(member.name)
            if member.issym():
                _check(posixpath.join(posixpath.dirname(member.name), member.linkname))
            elif not (member.isfile() or member.isdir()):
                raise ValueError("only files, folders and links in the tour")
            tar.extract(member, folder, set_attrs=False, filter="fully_trusted")
            if member.isfile():
                files.add(member.name)
    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as file:
            title = file.readline().rstrip("\n")
    return {"title": title, "files": sorted(files)}
