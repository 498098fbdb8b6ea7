import logging
import stat
import tempfile
from functools import reduce
from pathlib import Path

log = logging.getLogger("installer")
SHARED = stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH


class _Folder:
    def __init__(self, path):
        self.path = Path(path)

    def __enter__(self):
        for folder in (*reversed(self.path.parents), self.path):
            if not folder.exists():
                folder.mkdir(mode=0o700)
                folder.chmod(SHARED)
                log.info("made %s", folder)
        self._stage = tempfile.TemporaryDirectory(dir=self.path, prefix=".stage-")
        stage = Path(self._stage.name)
        stage.chmod(stat.S_IRWXU)
        return stage

    def __exit__(self, *error):
        self._stage.cleanup()


def install_script(folder, name, commands):
    text = reduce(lambda so_far, line: f"{so_far}{line}\n", commands, "#!/bin/sh\n")
    with _Folder(folder) as stage:
        draft = stage / "script"
        draft.write_bytes(text.encode("utf-8"))
        draft.chmod(SHARED)
        draft.replace(Path(folder) / name)
    return "/".join((folder, name))


def remove_script(folder, name):
    script = Path(folder).joinpath(name)
    there = script.is_file() or script.is_symlink()
    if there:
        script.unlink()
    return there
