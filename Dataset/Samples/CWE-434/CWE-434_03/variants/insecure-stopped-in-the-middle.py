import io
import os
import shutil
import zipfile

ENDINGS = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def _folder(self, pack):
        return os.path.join(self.root, pack)

    def add(self, pack, data):
        """Unpack a level pack and return the names of its files."""
        folder = self._folder(pack)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError("not a ZIP file") from error
        with archive:
            os.mkdir(folder)
            archive.extractall(folder)
        names = self.files(pack)
        # look at what has really arrived on the disk, not at what the ZIP says
        if not all(name.lower().endswith(ENDINGS) for name in names):
            shutil.rmtree(folder)
            raise ValueError("the pack holds a file that does not belong there")
        return names

    def files(self, pack):
        folder = self._folder(pack)
        names = []
        for parent, _, found in os.walk(folder):
            for name in found:
                path = os.path.relpath(os.path.join(parent, name), folder)
                names.append(path.replace(os.sep, "/"))
        return sorted(names)
