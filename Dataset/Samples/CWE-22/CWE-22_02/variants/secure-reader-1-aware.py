import os
import shutil
import tarfile


def _parts(name):
    if name.startswith("/") or "\\" in name or "\0" in name:
        raise ValueError(f"bad name in archive: {name!r}")
    parts = [p for p in name.split("/") if p not in ("", ".")]
    if ".." in parts:
        raise ValueError(f"bad name in archive: {name!r}")
    return parts


def _target(root, parts):
    path = os.path.join(root, *parts)
    parent = os.path.realpath(os.path.dirname(path)) if parts else root
    if os.path.commonpath([root, parent]) != root:
        raise ValueError(f"{path!r} lies outside the folder")
    return path


def install_tour(archive, folder):
    with tarfile.open(archive, "r:gz") as tar:
        members = []
        for member in tar:
            if not (member.isreg() or member.isdir()):
                raise ValueError(f"not a file or folder: {member.name!r}")
            members.append((member, _parts(member.name)))

        os.makedirs(folder, exist_ok=True)
        root = os.path.realpath(folder)
        files = {}
        for member, parts in members:
            path = _target(root, parts)
            if member.isdir():
                if os.path.islink(path):
                    raise ValueError(f"{path!r} is a link")
                os.makedirs(path, exist_ok=True)
                continue
            if not parts:
                raise ValueError("file without a name")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if os.path.lexists(path):
                os.unlink(path)     # never write through an old link
            with tar.extractfile(member) as src, open(path, "xb") as dst:
                shutil.copyfileobj(src, dst)
            files["/".join(parts)] = path

    title = ""
    if "index.txt" in files:
        with open(files["index.txt"], encoding="utf-8") as f:
            title = f.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(files)}
