import os
import shutil
import tarfile


def install_tour(archive, folder):
    folder = os.path.abspath(folder)
    os.makedirs(folder, exist_ok=True)
    unpacked = []
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar.getmembers():
            target = os.path.abspath(os.path.join(folder, member.name))
            if not target.startswith(folder):
                raise ValueError("illegal path " + member.name)
            if member.isdir():
                os.makedirs(target, exist_ok=True)
            elif member.isfile():
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with tar.extractfile(member) as source, open(target, "wb") as out:
                    shutil.copyfileobj(source, out)
                unpacked.append(member.name)
    title = ""
    if "index.txt" in unpacked:
        with open(os.path.join(folder, "index.txt"), "r", encoding="utf-8") as index:
            title = index.read().split("\n", 1)[0]
    return {"title": title, "files": sorted(unpacked)}
