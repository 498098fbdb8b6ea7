import os
import pickle
import time


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        return sorted(name for name in os.listdir(self.folder) if name.endswith(".job"))

    def put(self, kind, options):
        number = time.time_ns()
        path = os.path.join(self.folder, f"{number:020d}.job")
        while os.path.exists(path):
            number += 1
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
