import base64
import contextlib
import json
import os
import re
import stat


class NotAJob(ValueError):
    pass


def _wrap(value):
    """Gives every value a tag, so that what is in a text can never look like a tag."""
    match value:
        case None | True | False:
            return value
        case _ if type(value) is str:
            return value
        case _ if type(value) is float:
            return {"float": value.hex()}
        case _ if type(value) is int:
            return {"int": hex(value)}
        case _ if type(value) is bytes:
            return {"bytes": base64.b64encode(value).decode("ascii")}
        case _ if type(value) is list:
            return [_wrap(item) for item in value]
        case _ if type(value) is dict and all(type(key) is str for key in value):
            return {"dict": [[key, _wrap(item)] for key, item in value.items()]}
    raise NotAJob(f"a job cannot hold {type(value)}")


def _unwrap(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, list):
        return [_unwrap(item) for item in value]
    if not isinstance(value, dict) or len(value) != 1:
        raise NotAJob("unknown value")
    ((tag, content),) = value.items()
    if tag == "dict" and isinstance(content, list):
        pairs = {}
        for pair in content:
            if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
                raise NotAJob("bad dictionary")
            pairs[pair[0]] = _unwrap(pair[1])
        return pairs
    if not isinstance(content, str):
        raise NotAJob("bad content")
    if tag == "float":
        return float.fromhex(content)
    if tag == "int":
        return int(content, 16)
    if tag == "bytes":
        return base64.b64decode(content, validate=True)
    raise NotAJob("unknown tag")


class Spool:
    NAME = re.compile(r"[0-9]{10,40}\.job")

    def __init__(self, folder):
        self._folder = folder

    def _names(self):
        with os.scandir(self._folder) as entries:
            names = [e.name for e in entries
                     if self.NAME.fullmatch(e.name) and e.is_file(follow_symlinks=False)]
        return sorted(names, key=lambda name: (int(name[:-4]), name))

    def _place(self, name):
        return os.path.join(self._folder, name)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise NotAJob("a job is a string and a dictionary")
        try:
            text = json.dumps([kind, _wrap(options)])
        except RecursionError as error:
            raise NotAJob("too deep") from error
        number = int((self._names() or ["0.job"])[-1][:-4]) + 1
        draft = self._place(f".{os.urandom(8).hex()}")
        with open(draft, "x", encoding="ascii") as file:
            file.write(text)
        os.rename(draft, self._place(f"{number:010}.job"))

    def take(self):
        for name in self._names():
            try:
                content = self._read(name)
            except OSError:
                content = b""
            with contextlib.suppress(OSError):
                os.unlink(self._place(name))
            with contextlib.suppress(ValueError, RecursionError, OverflowError):
                job = json.loads(content)
                if isinstance(job, list) and len(job) == 2 and isinstance(job[0], str):
                    options = _unwrap(job[1])
                    if isinstance(options, dict):
                        return job[0], options
        return None

    def _read(self, name):
        fd = os.open(self._place(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise OSError("no plain file")
            return file.read()

    def waiting(self):
        return len(self._names())
