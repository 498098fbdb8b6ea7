import os
import tarfile


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(archive, "r:gz") as tar:
        names = [member.name for member in tar.getmembers() if member.isfile()]
        tar.extractall(folder, filter="data")
    return sorted(names)
