import os
import tarfile
from pathlib import PurePosixPath


def _verify(member):
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"unsafe name {member.name!r}")
    if not (member.isreg() or member.isdir()):
        raise ValueError(f"{member.name!r} is a link or a device")


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(archive, "r:gz") as tar:
        names = sorted(set(tar.getnames()))
        files = []
        for name in names:
            member = tar.getmember(name)
            _verify(member)
            if member.isreg():
                files.append(name)
        for member in tar:
            member.mode = 0o755 if member.isdir() else 0o644
            tar.extract(member, folder, filter="fully_trusted")
    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as index:
            title = index.readline().rstrip("\n")
    return {"title": title, "files": files}
