import codecs
import io
import os
import pickle
import re
import stat
import uuid

_JOB = re.compile(r"([0-9]{1,40})\.job")
_PLAIN = (str, int, float, bool, type(None), bytes)


class _PlainUnpickler(pickle.Unpickler):
    """Reads what `put` writes, and knows no class or function of the outer world."""

    def find_class(self, module, name):
        # Protocol 2, which the form's old Python still speaks, has no bytes of its own: they
        # are written as a text that is encoded again.
        if (module, name) == ("_codecs", "encode"):
            return codecs.encode
        if (module, name) in (("__builtin__", "bytes"), ("builtins", "bytes")):
            return bytes
        raise pickle.UnpicklingError(f"{module}.{name} has no business in a job")

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("no references in a job")

    def get_extension(self, code):
        raise pickle.UnpicklingError("no extensions in a job")


def _check(value):
    kind = type(value)
    if kind is list:
        for item in value:
            _check(item)
    elif kind is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise ValueError(f"a key must be a string, not {key!r}")
            _check(item)
    elif kind not in _PLAIN:
        raise ValueError(f"a job cannot hold {value!r}")


def _check_job(job):
    if type(job) is not list or len(job) != 2:
        raise ValueError("this is no job")
    if type(job[0]) is not str or type(job[1]) is not dict:
        raise ValueError("a job has a kind and options")
    try:
        _check(job[1])
    except RecursionError:
        raise ValueError("the options contain themselves") from None


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _jobs(self):
        found = []
        for name in os.listdir(self._folder):
            match = _JOB.fullmatch(name)
            if match and stat.S_ISREG(os.lstat(os.path.join(self._folder, name)).st_mode):
                found.append((int(match[1]), name))
        return sorted(found)

    def put(self, kind, options):
        job = [kind, options]
        _check_job(job)
        jobs = self._jobs()
        name = f"{jobs[-1][0] + 1 if jobs else 1:012d}.job"
        draft = os.path.join(self._folder, f".{uuid.uuid4().hex}")
        with open(draft, "xb") as stream:
            pickle.dump(job, stream, protocol=2)
        os.rename(draft, os.path.join(self._folder, name))

    def take(self):
        for _, name in self._jobs():
            path = os.path.join(self._folder, name)
            try:
                fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                with open(fd, "rb") as stream:
                    content = stream.read()
                os.unlink(path)
            except FileNotFoundError:
                continue
            try:
                job = _PlainUnpickler(io.BytesIO(content)).load()
                _check_job(job)
            except Exception:
                continue                    # not made by `put`: not a job
            return tuple(job)
        return None

    def waiting(self):
        return len(self._jobs())
