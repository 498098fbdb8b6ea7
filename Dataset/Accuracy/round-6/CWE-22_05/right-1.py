import contextlib
import json
import os
import secrets
import stat
from base64 import b64decode, b64encode

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextlib.contextmanager
def _opened(path, flags, **kw):
    fd = os.open(path, flags, **kw)
    try:
        yield fd
    finally:
        os.close(fd)


def back_up(folder):
    found = {}

    def visit(fd, prefix):
        for name in os.listdir(fd):
            mode = os.lstat(name, dir_fd=fd).st_mode
            if stat.S_ISDIR(mode):
                with _opened(name, _DIR, dir_fd=fd) as below:
                    visit(below, f"{prefix}{name}/")
            elif stat.S_ISREG(mode):
                file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=fd)
                with open(file, "rb") as f:
                    found[prefix + name] = b64encode(f.read()).decode()

    with _opened(folder, os.O_RDONLY | os.O_DIRECTORY) as top:
        visit(top, "")
    return json.dumps({"made_by": "satin 2", "designs": [{"name": n, "data": found[n]} for n in sorted(found)]},
                      indent=4)


def _split(name):
    match name.split("/") if isinstance(name, str) else []:
        case [*parts] if parts and "\0" not in name and not {"", ".", ".."} & set(parts):
            return parts
    raise ValueError(f"no name of a design: {name!r}")


def _store(top, parts, data):
    *folders, last = parts
    with contextlib.ExitStack() as stack:
        fd = top
        for part in folders:
            with contextlib.suppress(FileExistsError):
                os.mkdir(part, dir_fd=fd)
            try:
                fd = stack.enter_context(_opened(part, _DIR, dir_fd=fd))
            except OSError as error:
                raise ValueError(f"{part!r} is no folder") from error
        scratch = "." + secrets.token_hex(16)
        with open(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666, dir_fd=fd), "wb") as f:
            f.write(data)
        try:
            os.replace(scratch, last, src_dir_fd=fd, dst_dir_fd=fd)
        except OSError:
            os.unlink(scratch, dir_fd=fd)
            raise


def restore(text, folder, only=None):
    designs = [(d["name"], _split(d["name"]), b64decode(d["data"])) for d in json.loads(text)["designs"]]
    inside = [] if only is None else [p for p in only.split("/") if p]
    os.makedirs(folder, exist_ok=True)
    done = set()
    with _opened(folder, os.O_RDONLY | os.O_DIRECTORY) as top:
        for name, parts, data in designs:
            if only is None or (parts[:len(inside)] == inside and len(parts) > len(inside)):
                _store(top, parts, data)
                done.add(name)
    return sorted(done)
