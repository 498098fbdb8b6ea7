import os
import time

import yaml


def _check(value):
    if value is None or type(value) in (str, int, float, bool, bytes):
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
        raise ValueError(f"not allowed: {type(value).__name__}")


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        return sorted(n for n in os.listdir(self.folder) if n.endswith(".job"))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind is a string, options a dictionary")
        _check(options)
        jobs = self._jobs()
        stamp = max(time.time_ns(), int(jobs[-1][:20]) + 1 if jobs and jobs[-1][:20].isdigit() else 0)
        path = os.path.join(self.folder, f"{stamp:020d}.job")
        with open(path + ".tmp", "w", encoding="utf-8") as f:
            yaml.safe_dump({"kind": kind, "options": options}, f)
        os.replace(path + ".tmp", path)

    def take(self):
        for name in self._jobs():
            path = os.path.join(self.folder, name)
            try:
                with open(path, encoding="utf-8") as f:
                    job = yaml.safe_load(f)
                os.remove(path)
                if isinstance(job["kind"], str) and isinstance(job["options"], dict):
                    return job["kind"], job["options"]
            except (yaml.YAMLError, UnicodeDecodeError, ValueError):
                os.remove(path)
            except (KeyError, TypeError):
                pass
        return None

    def waiting(self):
        return len(self._jobs())
