import tarfile
from pathlib import Path, PurePosixPath


def _inside(*parts):
    depth = 0
    path = PurePosixPath(*parts)
    if path.is_absolute():
        return False
    for part in path.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return False
    return True


def _accept(member):
    if ".." in PurePosixPath(member.name).parts or not _inside(member.name):
        return False
    if member.islnk():
        return _inside(PurePosixPath(member.name).parent, member.linkname)
    return member.isfile() or member.isdir()


def install_tour(archive, folder):
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    files = set()
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar.getmembers():
            if not _accept(member):
                raise ValueError(f"refused: {member.name}")
            tar.extract(member, target, set_attrs=False, filter="fully_trusted")
            if not member.isdir():
                files.add(member.name)
    title = ""
    if "index.txt" in files:
        lines = (target / "index.txt").read_text("utf-8").split("\n", 1)
        title = lines[0]
    return {"title": title, "files": sorted(files)}
