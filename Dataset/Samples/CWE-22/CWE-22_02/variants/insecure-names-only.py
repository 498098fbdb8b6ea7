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
    return sorted(files)
