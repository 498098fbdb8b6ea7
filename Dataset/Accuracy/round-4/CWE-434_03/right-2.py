import os
import re
import tempfile
import zipfile

NAME = re.compile(r"(?:(?!\.{1,2}/)[^/\0]+/)*[^/\0]*\.(?:[jJ][sS][oO][nN]|[pP][nN][gG]|[oO][gG][gG]|[tT][xX][tT])")


def _walk(folder, prefix=""):
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


class PackShelf:
    def __init__(self, root):
        self.root = root

    def add(self, pack, data):
        with tempfile.TemporaryFile() as spool:
            spool.write(data)
            try:
                with zipfile.ZipFile(spool) as z:
                    files = [n for n in z.namelist() if n[-1:] != "/"]
                    wrong = [n for n in files if NAME.fullmatch(n) is None]
                    if wrong or z.testzip() is not None:
                        raise ValueError(f"refused: {wrong}")
                    for name in dict.fromkeys(files):
                        target = os.path.join(self.root, pack, *name.split("/"))
                        os.makedirs(os.path.dirname(target), exist_ok=True)
                        with open(target, "wb") as out:
                            out.write(z.read(name))
            except (zipfile.BadZipFile, RuntimeError, OSError) as e:
                raise ValueError(str(e)) from e
        os.makedirs(os.path.join(self.root, pack), exist_ok=True)
        return sorted(set(files))

    def files(self, pack):
        return sorted(_walk(os.path.join(self.root, pack)))
