import os
import tarfile


def title_of(folder):
    with open(os.path.join(folder, "index.txt"), encoding="utf-8") as index:
        return index.readline().rstrip("\n")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(archive, "r:gz") as tar:
        names = [member.name for member in tar.getmembers() if member.isfile()]
        tar.extractall(folder, filter="data")
    title = title_of(folder) if "index.txt" in names else ""
    return {"title": title, "files": sorted(names)}
