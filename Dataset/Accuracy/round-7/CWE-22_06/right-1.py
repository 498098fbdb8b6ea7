"""A folder of saved web pages, opened step by step below directory descriptors."""
import contextlib
import errno
import os
import stat
import string
from urllib.parse import unquote_to_bytes

_LETTERS = frozenset(string.ascii_lowercase + string.digits + "-.")
_ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG}
_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def _host(host):
    if not isinstance(host, str) or not host or host in {".", ".."} or set(host) - _LETTERS:
        raise ValueError("host refused: %r" % (host,))
    return os.fsencode(host)


def _name(part):
    name = unquote_to_bytes(part)
    name.decode("utf-8")
    if name in (b".", b"..") or b"/" in name or b"\0" in name:
        raise ValueError("part refused: %r" % (part,))
    return name


def _parse(url):
    if not isinstance(url, str) or url[:7] != "http://":
        raise ValueError("address refused: %r" % (url,))
    host, *parts = url[7:].split("/")
    if not parts:
        raise ValueError("address without a path: %r" % (url,))
    *names, last = [_host(host), *map(_name, parts)]
    return [n for n in names if n], last


@contextlib.contextmanager
def _absent_is_fine():
    try:
        yield
    except OSError as error:
        if error.errno not in _ABSENT:
            raise


def _wipe(parent, name):
    fd = os.open(name, _DIR, dir_fd=parent)
    try:
        for entry in os.listdir(fd):
            mode = os.stat(entry, dir_fd=fd, follow_symlinks=False).st_mode
            _wipe(fd, entry) if stat.S_ISDIR(mode) else os.unlink(entry, dir_fd=fd)
    finally:
        os.close(fd)
    os.rmdir(name, dir_fd=parent)


class Locker:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    @contextlib.contextmanager
    def _descend(self, names, make=False):
        with contextlib.ExitStack() as stack:
            fd = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            stack.callback(os.close, fd)
            for name in names:
                if make:
                    with contextlib.suppress(FileExistsError):
                        os.mkdir(name, dir_fd=fd)
                fd = os.open(name, _DIR, dir_fd=fd)
                stack.callback(os.close, fd)
            yield fd

    def save(self, url, content):
        names, last = _parse(url)
        with self._descend(names, make=True) as fd:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
            with open(os.open(last or b"index.html", flags, 0o666, dir_fd=fd), "wb") as out:
                out.write(content)

    def load(self, url):
        names, last = _parse(url)
        with _absent_is_fine(), self._descend(names) as fd:
            page = os.open(last or b"index.html", os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=fd)
            with os.fdopen(page, "rb") as stream:
                return stream.read()
        return None

    def forget(self, url):
        names, last = _parse(url)
        if last:
            with _absent_is_fine(), self._descend(names) as fd:
                if stat.S_ISREG(os.stat(last, dir_fd=fd, follow_symlinks=False).st_mode):
                    os.unlink(last, dir_fd=fd)
        else:
            with _absent_is_fine(), self._descend(names[:-1]) as fd:
                _wipe(fd, names[-1])

    def pages(self, host):
        site = os.path.join(os.fsencode(self._folder), _host(host))
        return sorted(
            os.fsdecode(os.path.relpath(os.path.join(here, name), site))
            for here, _, names in os.walk(site, followlinks=False)
            for name in names
        )
