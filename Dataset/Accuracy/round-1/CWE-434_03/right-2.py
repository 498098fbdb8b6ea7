import glob
import io
import os
import re
import shutil
import tempfile
import zipfile
from contextlib import contextmanager

WANTED = re.compile(r"(?:[^/]+/)*[^/]*\.(?:json|png|ogg|txt)\Z", re.IGNORECASE | re.ASCII)


@contextmanager
def unpacked(data):
    with tempfile.TemporaryDirectory() as outside:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(outside)
                entries = archive.namelist()
        except ValueError:
            raise
        except Exception as error:
            raise ValueError("the ZIP file cannot be unpacked") from error
        yield outside, entries


def walk(top):
    found = glob.iglob("**", root_dir=top, recursive=True, include_hidden=True)
    return sorted(name for name in found if os.path.isfile(os.path.join(top, name)))


class PackShelf:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def add(self, pack, data):
        with unpacked(data) as (outside, entries):
            names = walk(outside)
            if names != sorted({entry for entry in entries if not entry.endswith("/")}):
                raise ValueError("the ZIP file holds paths that are not plain")
            for name in names:
                if not WANTED.match(name):
                    raise ValueError(f"{name} does not belong in a pack")
            top = os.path.join(self.root, pack)
            os.mkdir(top)
            for name in names:
                os.makedirs(os.path.dirname(os.path.join(top, name)), exist_ok=True)
                shutil.copyfile(os.path.join(outside, name), os.path.join(top, name))
        return names

    def files(self, pack):
        return walk(os.path.join(self.root, pack))
