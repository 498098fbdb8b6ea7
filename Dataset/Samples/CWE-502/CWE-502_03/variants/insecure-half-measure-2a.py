import os
import pickle


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        return sorted(f for f in os.listdir(self.folder) if f.endswith(".job"))

    def put(self, kind, options):
        jobs = self._jobs()
        number = int(jobs[-1].split(".")[0]) + 1 if jobs else 1
        path = os.path.join(self.folder, f"{number:012d}.job")
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
