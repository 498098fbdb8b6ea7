from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import List
from zipfile import ZipFile

ALLOWED_SUFFIXES = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    """Level packs below the folder of the web server."""

    def __init__(self, root: str) -> None:
        self.root = Path(root)

    def add(self, pack: str, data: bytes) -> List[str]:
        base = self.root / pack
        base.mkdir()
        with ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                name = PurePosixPath(info.filename)
                if info.is_dir() or name.is_absolute() or ".." in name.parts:
                    continue
                if name.suffix.lower() not in ALLOWED_SUFFIXES:
                    print("ignoring", name)
                    continue
                target = base.joinpath(*name.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
        return self.files(pack)

    def files(self, pack: str) -> List[str]:
        base = self.root / pack
        return sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file())


if __name__ == "__main__":
    print(PackShelf("/tmp").files("forest"))
