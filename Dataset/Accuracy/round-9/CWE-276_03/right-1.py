"""Installer that walks down the path with directory descriptors and never names a path twice."""

import contextlib
import errno
import os
import secrets

_OPEN_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_PERMISSIONS = 0o755


class _Folder:
    """An open folder."""

    def __init__(self, fd):
        self.fd = fd

    @classmethod
    def start(cls, path):
        return cls(os.open("/" if path.startswith("/") else ".", _OPEN_DIR))

    def child(self, name):
        made = False
        try:
            os.mkdir(name, _PERMISSIONS, dir_fd=self.fd)
            made = True
        except OSError as problem:
            if problem.errno not in (errno.EEXIST, errno.EISDIR):
                raise
        below = _Folder(os.open(name, _OPEN_DIR, dir_fd=self.fd))
        if made:
            os.fchmod(below.fd, _PERMISSIONS)
        return below

    def close(self):
        os.close(self.fd)


@contextlib.contextmanager
def _reach(path):
    here = _Folder.start(path)
    try:
        for part in filter(None, path.split("/")):
            before, here = here, here.child(part)
            before.close()
        yield here.fd
    finally:
        here.close()


def _lines(commands):
    yield b"#!/bin/sh\n"
    for command in commands:
        yield command.encode("utf-8", "surrogateescape") + b"\n"


def install_script(folder, name, commands):
    with _reach(folder) as where:
        while True:
            draft = f".{secrets.token_hex(12)}"
            try:
                out = os.open(
                    draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=where
                )
                break
            except FileExistsError:
                pass
        try:
            rest = b"".join(_lines(commands))
            while rest:
                rest = rest[os.write(out, rest):]
            os.fchmod(out, _PERMISSIONS)
            os.rename(draft, name, src_dir_fd=where, dst_dir_fd=where)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(draft, dir_fd=where)
            raise
        finally:
            os.close(out)
    return "/".join((folder, name))


def remove_script(folder, name):
    try:
        os.remove(f"{folder}/{name}")
    except OSError as problem:
        if problem.errno in (errno.ENOENT, errno.ENOTDIR):
            return False
        raise
    return True
