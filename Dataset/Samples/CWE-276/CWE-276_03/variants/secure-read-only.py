import os
import tempfile
from pathlib import Path


class Installer:
    def __init__(self, folder):
        self.folder = Path(folder)

    def prepare(self):
        for parent in reversed([self.folder, *self.folder.parents]):
            if not parent.exists():
                parent.mkdir()
                parent.chmod(0o755)

    def install(self, name, commands):
        self.prepare()
        text = "#!/bin/sh\n" + "".join(command + "\n" for command in commands)
        descriptor, temporary = tempfile.mkstemp(dir=self.folder)
        os.write(descriptor, text.encode())
        os.fchmod(descriptor, 0o555)
        os.close(descriptor)
        os.replace(temporary, self.folder / name)
        return self.folder / name

    def remove(self, name):
        if name not in os.listdir(self.folder):
            return False
        (self.folder / name).unlink()
        return True


def install_script(folder, name, commands):
    Installer(folder).install(name, commands)
    return os.path.join(folder, name)


def remove_script(folder, name):
    return os.path.isdir(folder) and Installer(folder).remove(name)
