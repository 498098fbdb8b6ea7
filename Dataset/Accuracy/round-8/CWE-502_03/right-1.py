import json
import os
import re

NAME = re.compile(r"([0-9]{1,40})\.job")


def _pack(value):
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is str:
        return ["s", value.encode("utf-8", "surrogatepass").hex()]
    if kind is int:
        return ["i", hex(value)]
    if kind is float:
        return ["f", value.hex()]
    if kind is bytes:
        return ["b", value.hex()]
    if kind is list:
        return ["l", [_pack(item) for item in value]]
    if kind is dict:
        if not all(type(key) is str for key in value):
            raise ValueError("keys are strings")
        return ["d", [[_pack(key), _pack(item)] for key, item in value.items()]]
    raise ValueError(f"a job cannot hold a {kind.__name__}")


def _unpack(packed):
    if packed is None or type(packed) is bool:
        return packed
    tag, data = packed
    if tag == "l":
        return [_unpack(item) for item in data]
    if tag == "d":
        result = {}
        for key, item in data:
            key = _unpack(key)
            if type(key) is not str:
                raise ValueError("keys are strings")
            result[key] = _unpack(item)
        return result
    if type(data) is not str:
        raise ValueError("not a job")
    if tag == "s":
        return bytes.fromhex(data).decode("utf-8", "surrogatepass")
    if tag == "i":
        return int(data, 16)
    if tag == "f":
        return float.fromhex(data)
    if tag == "b":
        return bytes.fromhex(data)
    raise ValueError("not a job")


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _jobs(self):
        jobs = []
        for entry in os.scandir(self._folder):
            match = NAME.fullmatch(entry.name)
            if match and entry.is_file(follow_symlinks=False):
                jobs.append((int(match[1]), entry.name))
        return sorted(jobs)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job has a kind and options")
        try:
            text = json.dumps([_pack(kind), _pack(options)])
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        jobs = self._jobs()
        number = jobs[-1][0] + 1 if jobs else 1
        path = os.path.join(self._folder, f"{number:015d}.job")
        with open(path + ".new", "w", encoding="ascii") as file:
            file.write(text)
        os.replace(path + ".new", path)

    def take(self):
        for _, name in self._jobs():
            path = os.path.join(self._folder, name)
            try:
                with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                    data = file.read()
            except OSError:
                data = b""
            os.unlink(path)
            try:
                kind, options = map(_unpack, json.loads(data))
                if type(kind) is str and type(options) is dict:
                    return kind, options
            except (ValueError, TypeError, RecursionError, OverflowError):
                pass
        return None

    def waiting(self):
        return len(self._jobs())
