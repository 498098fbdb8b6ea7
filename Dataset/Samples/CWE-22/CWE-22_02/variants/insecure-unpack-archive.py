import shutil
import tarfile
from pathlib import Path


def install_tour(archive, folder):
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    shutil.unpack_archive(archive, str(target), format="gztar")
    with tarfile.open(archive, "r:gz") as tar:
        names = tar.getnames()
    index = target / "index.txt"
    title = index.read_text(encoding="utf-8").partition("\n")[0] if "index.txt" in names else ""
    return {"title": title, "files": sorted(name for name in names if (target / name).is_file())}
