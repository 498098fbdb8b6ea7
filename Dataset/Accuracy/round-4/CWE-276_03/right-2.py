import pathlib
import tempfile


class Installer:
    def __init__(self, folder):
        self.given = folder
        self.folder = pathlib.Path(folder)

    def prepare(self):
        chain = [self.folder, *self.folder.parents]
        for place in reversed(chain):
            try:
                place.mkdir(mode=0o755)
            except FileExistsError:
                continue
            place.chmod(0o755)
        return self

    def install(self, name, commands):
        target = self.folder / name
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".install-") as private:
            draft = pathlib.Path(private, "script")
            draft.touch(mode=0o600, exist_ok=False)
            with draft.open("w", encoding="utf-8", newline="") as f:
                print("#!/bin/sh", *commands, sep="\n", file=f)
            draft.chmod(0o755)
            draft.replace(target)
        return f"{self.given}/{name}"


def install_script(folder, name, commands):
    return Installer(folder).prepare().install(name, commands)


def remove_script(folder, name):
    script = pathlib.Path(folder) / name
    if not (script.exists() or script.is_symlink()):
        return False
    script.unlink(missing_ok=True)
    return True
