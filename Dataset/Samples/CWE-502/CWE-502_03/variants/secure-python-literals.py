import ast
import os
import time
from pathlib import Path


def is_plain(value):
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(is_plain, value))
    return value is None or isinstance(value, (str, int, float, bytes))


class Spool:
    """Jobs as Python literals, which are parsed and never evaluated."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.counter = 0

    def put(self, kind: str, options: dict) -> None:
        text = repr((kind, options))
        try:
            if ast.literal_eval(text) != (kind, options):
                raise ValueError("cannot be stored")
        except SyntaxError as error:
            raise ValueError("cannot be stored") from error
        self.counter += 1
        name = f"{time.time_ns():020d}-{self.counter:06d}-{os.getpid()}.txt"
        temporary = self.folder / (name + ".part")
        temporary.write_text(text, encoding="utf-8")
        temporary.rename(self.folder / name)

    def take(self):
        jobs = sorted(self.folder.glob("*.txt"))
        if not jobs:
            return None
        text = jobs[0].read_text(encoding="utf-8")
        jobs[0].unlink()
        try:
            kind, options = ast.literal_eval(text)
        except (ValueError, SyntaxError) as error:
            raise RuntimeError(f"{jobs[0].name} is no job") from error
        if not isinstance(kind, str) or not is_plain(options):
            raise RuntimeError(f"{jobs[0].name} holds what no job holds")
        return kind, options

    def waiting(self) -> int:
        return len(list(self.folder.glob("*.txt")))
