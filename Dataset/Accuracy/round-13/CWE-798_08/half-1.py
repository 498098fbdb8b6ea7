"""Pseudonyms for the people of a study.

In the folder: `master`, a random key, and for each study that is running a file
`STUDY.run`, which tells its run. A run is drawn anew by `renew` and when a study
begins, so its people get other pseudonyms; without the key nobody can tell which.
"""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets

KEY_SIZE = 32
RUNS = 1_000_000
STUDY = re.compile(r"[a-z0-9-]{1,40}")
RUN_FILE = re.compile(r"([a-z0-9-]{1,40})\.run")


class Pseudonyms:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _path(self, name):
        return os.path.join(self._folder, name)

    @contextlib.contextmanager
    def _lock(self):
        """One program at a time."""
        fd = os.open(self._folder, os.O_RDONLY)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield
        finally:
            os.close(fd)

    def _keep(self, name, content):
        """Puts a file in place, whole or not at all."""
        draft = self._path("draft")
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self._path(name))

    def _kept(self, name):
        try:
            with open(self._path(name), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def _master(self):
        key = self._kept("master")
        if key is None:
            key = secrets.token_bytes(KEY_SIZE)
            self._keep("master", key)
        if len(key) != KEY_SIZE:
            raise RuntimeError("the key is damaged")
        return key

    def _run(self, study):
        run = self._kept(f"{study}.run")
        if run is not None and not re.fullmatch(rb"[0-9]{6}", run):
            raise RuntimeError(f"what is kept for {study} is damaged")
        return run

    def _draw(self, study):
        """Another run, never the same as now."""
        before = self._run(study)
        run = before
        while run == before:
            run = b"%06d" % secrets.randbelow(RUNS)
        self._keep(f"{study}.run", run)
        return run

    def of(self, study, person):
        if not isinstance(study, str) or not STUDY.fullmatch(study):
            raise ValueError("not the name of a study")
        if not isinstance(person, str) or not person:
            raise ValueError("not a person")
        with self._lock():
            master = self._master()
            run = self._run(study) or self._draw(study)
        text = b"\0".join([study.encode(), run, person.encode("utf-8", "surrogatepass")])
        return hmac.new(master, text, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        with self._lock():
            if study in self.studies():
                self._draw(study)

    def end(self, study):
        with self._lock():
            if study in self.studies():
                os.unlink(self._path(f"{study}.run"))

    def studies(self):
        matches = map(RUN_FILE.fullmatch, os.listdir(self._folder))
        return sorted(match[1] for match in matches if match)
