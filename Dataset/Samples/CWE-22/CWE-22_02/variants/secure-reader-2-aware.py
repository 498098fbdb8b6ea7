import os
import shutil
import tarfile


def _parts(name):
    """Split an archive name; refuse what could leave the folder."""
    if name.startswith("/") or "\0" in name:
        raise ValueError(f"bad name in archive: {name!r}")
    parts = [p for p in name.split("/") if p not in ("", ".")]
    if ".." in parts:
        raise ValueError(f"bad name in archive: {name!r}")
    return parts


def _make_folder(base, parts):
    """Make the folders below base one by one, never going through a link."""
    path = base
    for part in parts:
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise ValueError(f"a link is in the way: {path!r}")
        os.makedirs(path, exist_ok=True)
    return path


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        # look at everything before anything is written
        for member in members:
            if not (member.isfile() or member.isdir()):
                raise ValueError(f"not a file or folder: {member.name!r}")
            if not _parts(member.name) and member.isfile():
                raise ValueError("a file without a name")

        for member in members:
            parts = _parts(member.name)
            if member.isdir():
                _make_folder(folder, parts)
                continue
            target = os.path.join(_make_folder(folder, parts[:-1]), parts[-1])
            if os.path.lexists(target):
                os.unlink(target)  # replaces a link instead of following it
            with tar.extractfile(member) as source, open(target, "xb") as out:
                shutil.copyfileobj(source, out)
            files.add("/".join(parts))

    title = ""
    if "index.txt" in files:
        with open(os.path.join(folder, "index.txt"), encoding="utf-8") as f:
            title = f.readline().rstrip("\r\n")
    return {"title": title, "files": sorted(files)}
