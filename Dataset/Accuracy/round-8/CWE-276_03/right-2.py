import os
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

RWX = 0o755


class Folder(type(Path())):
    def ensure(self):
        for step in (*reversed(self.parents), self):
            with suppress(FileExistsError):
                os.mkdir(step, 0o700)
                os.chmod(step, RWX)
        if not self.is_dir():
            raise NotADirectoryError(self)
        return self


def script(commands):
    yield "#!/bin/sh"
    yield from commands


def install_script(folder, name, commands):
    place = Folder(folder).ensure()
    with ExitStack() as stack:
        workshop = stack.enter_context(TemporaryDirectory(prefix=".", dir=place))
        draft = Path(workshop, "script")
        draft.touch(mode=0o600, exist_ok=False)
        with draft.open("r+b", buffering=0) as out:
            out.write(b"".join(b"%s\n" % line.encode() for line in script(commands)))
        draft.chmod(RWX)
        os.rename(draft, place / name)
    return "/".join((folder, name))


def remove_script(folder, name):
    with suppress(FileNotFoundError, NotADirectoryError):
        Path(folder, name).unlink()
        return True
    return False
