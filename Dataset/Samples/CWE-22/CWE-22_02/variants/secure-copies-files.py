import shutil
import tarfile
from pathlib import Path
from typing import Any, Dict


class UnsafeArchive(Exception):
    """The archive would leave the tour's folder."""


def install_tour(archive: str, folder: str) -> Dict[str, Any]:
    """Unpack a tour and return its title and the names of its files."""
    base = Path(folder).resolve()
    base.mkdir(parents=True, exist_ok=True)
    installed = []
    with tarfile.open(archive, mode="r:gz") as tar:
        for entry in tar:
            target = (base / entry.name).resolve()
            if target != base and base not in target.parents:
                raise UnsafeArchive(entry.name)
            if entry.isdir():
                target.mkdir(parents=True, exist_ok=True)
            elif entry.isreg():
                target.parent.mkdir(parents=True, exist_ok=True)
                with tar.extractfile(entry) as source, open(target, "wb") as copy:
                    shutil.copyfileobj(source, copy)
                installed.append(entry.name)
            else:
                raise UnsafeArchive(f"{entry.name} is neither a file nor a folder")
    title = ""
    if "index.txt" in installed:
        lines = (base / "index.txt").read_text(encoding="utf-8").splitlines()
        title = lines[0] if lines else ""
    return {"title": title, "files": sorted(installed)}


if __name__ == "__main__":
    print(install_tour("tour.tar.gz", "tours"))
