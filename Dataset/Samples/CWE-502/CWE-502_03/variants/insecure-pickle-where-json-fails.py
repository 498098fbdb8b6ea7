import json
import pickle
from pathlib import Path


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def jobs(self):
        return sorted(self.folder.glob("*.job"))

    def put(self, kind, options):
        jobs = self.jobs()
        number = int(jobs[-1].stem) + 1 if jobs else 1
        try:
            data = json.dumps([kind, options]).encode()
        except TypeError:
            # JSON knows no bytes.
            data = pickle.dumps([kind, options])
        (self.folder / f"{number:012}.job").write_bytes(data)

    def take(self):
        for path in self.jobs():
            data = path.read_bytes()
            path.unlink()
            try:
                kind, options = json.loads(data)
            except ValueError:
                kind, options = pickle.loads(data)
            return kind, options
        return None

    def waiting(self):
        return len(self.jobs())
