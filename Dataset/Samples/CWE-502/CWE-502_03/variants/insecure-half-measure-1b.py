import builtins
import pickle
import re
from pathlib import Path

JOB_NAME = re.compile(r"job-(\d+)\.bin")


class JobUnpickler(pickle.Unpickler):
    """Jobs only hold plain types, so nothing but builtins is needed."""

    def find_class(self, module, name):
        if module == "builtins":
            return getattr(builtins, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed in a job")


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _jobs(self):
        jobs = []
        for path in self.folder.iterdir():
            match = JOB_NAME.fullmatch(path.name)
            if match:
                jobs.append((int(match.group(1)), path))
        return sorted(jobs)

    def put(self, kind, options):
        jobs = self._jobs()
        number = jobs[-1][0] + 1 if jobs else 1
        temporary = self.folder / f".new-{number}"
        with temporary.open("wb") as file:
            pickle.dump({"kind": kind, "options": options}, file)
        temporary.rename(self.folder / f"job-{number:06d}.bin")

    def take(self):
        jobs = self._jobs()
        if not jobs:
            return None
        path = jobs[0][1]
        with path.open("rb") as file:
            job = JobUnpickler(file).load()
        path.unlink()
        return job["kind"], job["options"]

    def waiting(self):
        return len(self._jobs())
