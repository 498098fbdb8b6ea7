import os
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    base = os.path.abspath(folder)
    with tarfile.open(archive, "r:gz") as tar:
        files = []
        for member in tar.getmembers():
            path = os.path.abspath(os.path.join(base, member.name))
            if os.path.commonpath([base, path]) != base:
                raise ValueError(f"bad name in archive: {member.name}")
            if member.isfile():
                files.append(member.name)
        tar.extractall(base)
    title = ""
    if "index.txt" in files:
        with open(os.path.join(base, "index.txt"), encoding="utf-8") as f:
            title = f.readline().strip("\n")
    return {"title": title, "files": sorted(files)}
