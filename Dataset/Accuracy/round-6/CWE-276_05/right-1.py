import tarfile
from contextlib import suppress
from functools import partial
from os import chmod, fchmod, mkdir, open as os_open, path, scandir, unlink
from pathlib import Path


class Bundle(tarfile.TarFile):
    def contents(self):
        for member in self:
            name = path.normpath(member.name)
            if name.startswith("/") or name.split("/", 1)[0] == "..":
                raise ValueError(f"{member.name!r} leads outside")
            if member.isreg():
                yield name, member.mode & 0o100 == 0o100, self.extractfile(member)
            elif member.isdir():
                yield name, None, None
            else:
                raise ValueError(f"{member.name!r} is neither a file nor a folder")


def new_folder(where):
    mkdir(where, 0o700)
    chmod(where, 0o755)


def need_folder(where):
    if where and not path.isdir(where):
        need_folder(path.dirname(where.rstrip("/")))
        with suppress(FileExistsError):
            new_folder(where)


def new_file(where, program, source):
    with suppress(FileNotFoundError):
        unlink(where)
    with open(where, "xb", opener=partial(os_open, mode=0o600)) as file:
        for block in iter(partial(source.read, 65536), b""):
            file.write(block)
        file.flush()
        fchmod(file.fileno(), (0o644, 0o755)[program])


def unpack_bundle(bundle, folder):
    names = set()
    folder = str(Path(folder))
    with Bundle.open(bundle) as opened:
        need_folder(path.dirname(folder))
        new_folder(folder)
        for name, program, source in opened.contents():
            where = path.join(folder, name)
            if source is None:
                need_folder(where)
            else:
                need_folder(path.dirname(where))
                new_file(where, program, source)
                names |= {name}
    return sorted(names)


def _walk(folder, prefix=""):
    with scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, entry.stat(follow_symlinks=False).st_mode


def programs(folder):
    return sorted(name for name, mode in _walk(folder) if mode & 0o100)
