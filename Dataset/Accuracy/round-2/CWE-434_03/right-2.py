import io
import logging
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

log = logging.getLogger(__name__)
FILE = re.compile(r"(?:[^/\\\0]+/)*[^/\\\0]*\.(?:json|png|ogg|txt)", re.IGNORECASE | re.ASCII)


@dataclass
class Pack:
    folder: Path
    contents: dict = field(default_factory=dict)

    @classmethod
    def opened(cls, folder, data):
        pack = cls(folder)
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    if not info.is_dir():
                        pack.take(info.filename, archive.read(info))
        except ValueError:
            raise
        except Exception as problem:
            log.warning("pack %s refused: %s", folder.name, problem)
            raise ValueError("unreadable ZIP file") from problem
        return pack

    def take(self, name, content):
        if not FILE.fullmatch(name) or {".", ".."} & set(name.split("/")):
            raise ValueError(f"not a file of a pack: {name!r}")
        self.contents[name] = content

    def write(self):
        self.folder.mkdir()
        try:
            for name, content in self.contents.items():
                target = self.folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        except OSError as problem:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise ValueError("files and folders of the pack clash") from problem


class PackShelf:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, pack, data):
        opened = Pack.opened(self.root / pack, data)
        opened.write()
        return sorted(opened.contents)

    def files(self, pack):
        folder = self.root / pack
        return sorted(map(lambda p: p.relative_to(folder).as_posix(), filter(Path.is_file, folder.rglob("*"))))
