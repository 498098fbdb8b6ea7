import io
import os
import zipfile


class PackShelf:
    ENDINGS = (".json", ".png", ".ogg", ".txt")

    def __init__(self, root):
        self.root = root

    def stored_name(self, name):
        if name.lower().endswith(self.ENDINGS):
            return name
        return name + ".txt"

    def add(self, pack, data):
        base = os.path.join(self.root, pack)
        os.mkdir(base)
        added = []
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                parts = [part for part in name.split("/") if part not in ("", ".", "..")]
                if name.endswith("/"):
                    continue
                stored = self.stored_name("/".join(parts))
                path = os.path.join(base, stored)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(archive.read(name))
                added.append(stored)
        return sorted(added)

    def files(self, pack):
        base = os.path.join(self.root, pack)
        return sorted(
            os.path.relpath(os.path.join(folder, name), base) for folder, _, names in os.walk(base) for name in names
        )
