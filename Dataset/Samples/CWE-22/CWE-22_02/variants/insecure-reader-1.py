import os
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)

    with tarfile.open(archive, "r:gz") as tar:
        tar.extractall(folder)
        files = sorted(m.name for m in tar.getmembers() if m.isfile())

    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as f:
            title = f.readline().rstrip("\r\n")

    return {"title": title, "files": files}
