import os
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    root = os.path.realpath(folder)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if not (member.isreg() or member.isdir()):
                raise ValueError("only files and folders: " + member.name)
            target = os.path.realpath(os.path.join(root, member.name))
            if not target.startswith(root):
                raise ValueError("outside of the folder: " + member.name)
            if member.isdir():
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with tar.extractfile(member) as source, open(target, "wb") as out:
                while chunk := source.read(1 << 16):
                    out.write(chunk)
            files.add(member.name)
    title = ""
    if "index.txt" in files:
        with open(os.path.join(root, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(files)}
