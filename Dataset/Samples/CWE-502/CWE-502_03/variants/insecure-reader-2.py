import os
import pickle
import time


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        return sorted(n for n in os.listdir(self.folder) if n.endswith(".job"))

    def put(self, kind, options):
        jobs = self._jobs()
        number = time.time_ns()
        if jobs:
            number = max(number, int(jobs[-1][:-4]) + 1)
        path = os.path.join(self.folder, f"{number:020d}.job")
        with open(path + ".tmp", "wb") as f:
            pickle.dump((kind, options), f)
        os.rename(path + ".tmp", path)

    def take(self):
        jobs = self._jobs()
        if not jobs:
            return None
        path = os.path.join(self.folder, jobs[0])
        with open(path, "rb") as f:
            job = pickle.load(f)
        os.remove(path)
        return job

    def waiting(self):
        return len(self._jobs())
