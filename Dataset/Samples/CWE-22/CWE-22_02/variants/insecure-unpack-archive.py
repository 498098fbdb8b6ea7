import shutil
import tarfile
from pathlib import Path


def install_tour(archive, folder):
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    shutil.unpack_archive(archive, str(target), format="gztar")
    with tarfile.open(archive, "r:gz") as tar:
        names = {member.name for member in tar.getmembers() if member.isfile()}
    return sorted(name for name in names if (target / name).is_file())
