import os
import shutil
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    root = os.path.realpath(folder)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if not (member.isfile() or member.isdir()):
                raise ValueError(f"neither file nor folder: {member.name}")
            target = os.path.realpath(os.path.join(root, member.name))
            if not target.startswith(root):
                raise ValueError(f"outside of the tour: {member.name}")
            if member.isdir():
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with tar.extractfile(member) as source, open(target, "wb") as sink:
                shutil.copyfileobj(source, sink)
            files.add(os.path.relpath(target, root))
    title = ""
    if "index.txt" in files:
        with open(os.path.join(root, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(files)}
