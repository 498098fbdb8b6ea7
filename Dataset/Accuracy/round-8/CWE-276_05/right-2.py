import tarfile
from pathlib import Path, PurePosixPath
from stat import S_IXUSR
import os


class Unpacker:
    FOLDER, PROGRAM, FILE = 0o755, 0o755, 0o644

    def __init__(self, folder):
        self.root = Path(folder)
        self.files = {}

    def folder(self, path):
        for step in (*reversed(path.parents), path):
            try:
                step.mkdir(0o700)
            except FileExistsError:
                if not step.is_dir():
                    raise
            else:
                step.chmod(self.FOLDER)

    def __call__(self, member, stream):
        name = PurePosixPath(member.name)
        if name.is_absolute() or ".." in name.parts:
            raise tarfile.ReadError(f"{name} leads outside")
        if member.isdir():
            return self.folder(self.root / name)
        if stream is None:
            raise tarfile.ReadError(f"{name} is neither a file nor a folder")
        target = self.root / name
        self.folder(target.parent)
        target.unlink(missing_ok=True)
        handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o400)
        with stream, open(handle, "wb") as out:
            while block := stream.read(1 << 16):
                out.write(block)
            os.fchmod(handle, self.PROGRAM if member.mode & S_IXUSR else self.FILE)
        self.files[str(name)] = member


def unpack_bundle(bundle, folder):
    unpack = Unpacker(folder)
    if unpack.root.is_symlink() or unpack.root.exists():
        raise FileExistsError(f"{folder} is there already")
    with tarfile.open(bundle, "r:*") as archive:
        unpack.folder(unpack.root)
        for member in archive:
            unpack(member, archive.extractfile(member))
    return sorted(unpack.files)


def programs(folder):
    root = Path(folder)
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*")
                  if path.is_file() and path.stat().st_mode & S_IXUSR)
