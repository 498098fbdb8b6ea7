import os
import re
from pathlib import Path

import yaml

PLAIN = (str, int, float, bool, bytes, type(None))
JOB = re.compile(r"(\d{12})\.job")


def _check(value):
    if type(value) in PLAIN:
        return
    if type(value) is list:
        for item in value:
            _check(item)
    elif type(value) is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise ValueError("keys must be strings")
            _check(item)
    else:
        raise ValueError(f"a job cannot hold a {type(value).__name__}")


class Spool:
    def __init__(self, folder):
        self._folder = Path(folder)

    def _jobs(self):
        return sorted(n for n in os.listdir(self._folder) if JOB.fullmatch(n))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job is a string and a dictionary")
        _check(options)
        text = yaml.safe_dump({"kind": kind, "options": options}, sort_keys=False)
        jobs = self._jobs()
        number = int(JOB.fullmatch(jobs[-1])[1]) + 1 if jobs else 1
        draft = self._folder / f".{number}.{os.getpid()}"
        draft.write_text(text, encoding="utf-8")
        draft.rename(self._folder / f"{number:012}.job")

    def take(self):
        for name in self._jobs():
            path = self._folder / name
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, ValueError):
                text = ""
            path.unlink(missing_ok=True)
            try:
                job = yaml.safe_load(text)
                kind, options = job["kind"], job["options"]
            except Exception:
                continue
            if isinstance(kind, str) and isinstance(options, dict):
                return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
