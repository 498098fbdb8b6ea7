import os
import stat
from pathlib import Path


def install_script(folder, name, commands):
    Path(folder).mkdir(mode=0o755, parents=True, exist_ok=True)
    script = Path(folder) / name
    script.write_text("#!/bin/sh\n" + "".join(f"{c}\n" for c in commands), encoding="utf-8")
    mode = script.stat().st_mode
    script.chmod(mode | stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return os.path.join(folder, name)


def remove_script(folder, name):
    script = Path(folder) / name
    existed = script.exists()
    script.unlink(missing_ok=True)
    return existed
