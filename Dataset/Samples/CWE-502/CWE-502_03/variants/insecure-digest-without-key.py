import hashlib
import os
import pickle
from typing import Any, Dict, Optional, Tuple


class Spool:
    """Every job carries a digest, so that damaged files are noticed."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def _paths(self) -> list:
        names = [name for name in os.listdir(self.folder) if name.startswith("job")]
        return [os.path.join(self.folder, name) for name in sorted(names)]

    def put(self, kind: str, options: Dict[str, Any]) -> None:
        paths = self._paths()
        number = int(paths[-1][-6:]) + 1 if paths else 1
        data = pickle.dumps((kind, options))
        with open(os.path.join(self.folder, f"job{number:06d}"), "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)

    def take(self) -> Optional[Tuple[str, Dict[str, Any]]]:
        for path in self._paths():
            with open(path, "rb") as file:
                content = file.read()
            os.remove(path)
            digest, data = content[:32], content[32:]
            if hashlib.sha256(data).digest() != digest:
                raise ValueError(f"{path} is damaged")
            job = pickle.loads(data)
            if not isinstance(job, tuple) or len(job) != 2:
                raise TypeError(f"{path} is no job")
            return job
        return None

    def waiting(self) -> int:
        return len(self._paths())
