import os
import posixpath
import shutil
import tarfile
import tempfile
from pathlib import Path


class UnsafeArchive(ValueError):
    pass


def _parts(member):
    """The folder and file names of a member; refuses everything that is not plainly below."""
    if not (member.isreg() or member.isdir()):
        raise UnsafeArchive(f"neither file nor folder: {member.name!r}")
    if member.name.startswith("/") or "\0" in member.name:
        raise UnsafeArchive(f"bad name: {member.name!r}")
    parts = [part for part in member.name.split("/") if part not in ("", ".")]
    if ".." in parts or (member.isreg() and not parts):
        raise UnsafeArchive(f"bad name: {member.name!r}")
    return parts


def _folder(root, parts):
    for part in parts:
        root = root / part
        if root.is_symlink():
            raise UnsafeArchive(f"{root} is a link")
        root.mkdir(exist_ok=True)
    return root


def install_tour(archive, folder):
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    names, title = set(), ""
    with tarfile.open(archive, mode="r:gz") as tar:
        members = [(member, _parts(member)) for member in tar.getmembers()]
        for member, parts in members:
            if member.isdir():
                _folder(root, parts)
                continue
            home = _folder(root, parts[:-1])
            handle, temporary = tempfile.mkstemp(dir=home)
            try:
                with os.fdopen(handle, "wb") as out, tar.extractfile(member) as source:
                    shutil.copyfileobj(source, out)
                os.chmod(temporary, 0o644)
                os.replace(temporary, home / parts[-1])
            except BaseException:
                os.unlink(temporary)
                raise
            names.add(member.name)
    if any(posixpath.normpath(name) == "index.txt" for name in names):
        with open(root / "index.txt", encoding="utf-8") as index:
            title = index.readline().rstrip("\n")
    return dict(title=title, files=sorted(names))
