import os
import pickle


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        names = [n for n in os.listdir(self.folder) if n.endswith(".job")]
        return sorted(names, key=lambda n: int(n[:-4]))

    def put(self, kind, options):
        jobs = self._jobs()
        number = int(jobs[-1][:-4]) + 1 if jobs else 1
        path = os.path.join(self.folder, f"{number:08d}.job")
        with open(path + ".part", "wb") as f:
            pickle.dump((kind, options), f)
        os.rename(path + ".part", path)

    def take(self):
        jobs = self._jobs()
        if not jobs:
            return None
        path = os.path.join(self.folder, jobs[0])
        with open(path, "rb") as f:
            kind, options = pickle.load(f)
        os.remove(path)
        return kind, options

    def waiting(self):
        return len(self._jobs())
