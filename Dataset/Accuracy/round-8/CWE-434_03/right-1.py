import io
import os
import shutil
import zipfile
import zlib

ENDINGS = (".json", ".png", ".ogg", ".txt")


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        contents = {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    name = info.filename
                    if name.endswith("/"):
                        continue
                    if not name.lower().endswith(ENDINGS):
                        raise ValueError(f"{name!r} does not belong into a pack")
                    if "\0" in name or any(part in ("", ".", "..") for part in name.split("/")):
                        raise ValueError(f"{name!r} is not a path within the pack")
                    contents[name] = archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise ValueError("the ZIP file cannot be read") from error

        folder = os.path.join(self.root, pack)
        os.mkdir(folder)
        try:
            for name, content in contents.items():
                path = os.path.join(folder, *name.split("/"))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(content)
        except (OSError, ValueError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise ValueError("the pack cannot be unpacked") from error
        return sorted(contents)

    def files(self, pack):
        folder = os.path.join(self.root, pack)
        return sorted(
            os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")
            for place, _, names in os.walk(folder)
            for name in names
        )
