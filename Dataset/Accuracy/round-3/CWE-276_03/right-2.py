import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Script:
    folder: str
    name: str

    @property
    def path(self):
        return Path(self.folder) / self.name

    def __fspath__(self):
        return f"{self.folder.rstrip('/')}/{self.name}" if self.folder else self.name

    def install(self, commands):
        make_private(Path(self.folder))
        with tempfile.NamedTemporaryFile(dir=self.folder or ".", delete=False) as draft:
            new = Path(draft.name)
            try:
                draft.writelines(line.encode() + b"\n" for line in ("#!/bin/sh", *commands))
                draft.flush()
                new.chmod(0o755)
                new.replace(self.path)
            except BaseException:
                new.unlink(missing_ok=True)
                raise

    def remove(self):
        self.path.unlink()


def make_private(folder):
    """Makes the folder and those above it; what is there already stays as it is."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    while missing:
        each = missing.pop()
        try:
            each.mkdir(0o700)
        except FileExistsError:
            continue
        each.chmod(0o755)


def install_script(folder, name, commands):
    script = Script(folder, name)
    script.install(commands)
    return script.__fspath__()


def remove_script(folder, name):
    try:
        Script(folder, name).remove()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
