import contextlib
import os
import tarfile


class _Folder(contextlib.AbstractContextManager):
    """A folder that is held by its descriptor; everything in it is made relative to that."""

    def __init__(self, fd):
        self.fd = fd

    def __exit__(self, *exc):
        os.close(self.fd)

    def sub(self, name, must_be_new=False):
        made = True
        try:
            os.mkdir(name, 0o755, dir_fd=self.fd)
        except FileExistsError:
            if must_be_new:
                raise
            made = False
        if made:
            os.chmod(name, 0o755, dir_fd=self.fd)
        return _Folder(os.open(name, os.O_RDONLY | os.O_DIRECTORY | (os.O_NOFOLLOW if made else 0), dir_fd=self.fd))

    def put(self, name, chunks, mode):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self.fd)
        fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode, dir_fd=self.fd)
        with open(fd, "wb", buffering=0) as out:
            for chunk in chunks:
                while chunk:
                    chunk = chunk[out.write(chunk):]
            os.fchmod(fd, mode)


def _descend(start, parts, stack):
    for part in parts:
        start = stack.enter_context(start.sub(part))
    return start


def unpack_bundle(bundle, folder):
    *above, last = [p for p in os.path.abspath(folder).split("/") if p]
    with contextlib.ExitStack() as stack:
        archive = stack.enter_context(tarfile.open(bundle))
        top = stack.enter_context(_Folder(os.open("/", os.O_RDONLY | os.O_DIRECTORY)))
        root = stack.enter_context(_descend(top, above, stack).sub(last, must_be_new=True))

        def unpacked():
            for member in archive:
                parts = [p for p in member.name.split("/") if p not in ("", ".")]
                if member.name.startswith("/") or ".." in parts:
                    raise tarfile.TarError("outside: " + member.name)
                with contextlib.ExitStack() as inner:
                    if member.isdir():
                        _descend(root, parts, inner)
                    elif member.isreg():
                        source = inner.enter_context(archive.extractfile(member))
                        _descend(root, parts[:-1], inner).put(
                            parts[-1], iter(lambda: source.read(1 << 16), b""), (0o644, 0o755)[member.mode >> 6 & 1])
                        yield "/".join(parts)

        return sorted(set(unpacked()))


def programs(folder):
    def walk(path, prefix):
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from walk(entry.path, prefix + entry.name + "/")
                elif entry.stat(follow_symlinks=False).st_mode >> 6 & 1:
                    yield prefix + entry.name
    return sorted(walk(folder, ""))
