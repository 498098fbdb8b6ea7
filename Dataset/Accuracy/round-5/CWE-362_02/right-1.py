import os
import re
import secrets
from contextlib import ExitStack


class _Plan:
    """The plan folder, held open; all names are relative to it."""

    def __init__(self, folder):
        self.fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.fd)

    def draft(self, stack, data):
        name = f".draft-{os.getpid()}-{secrets.token_hex(16)}"
        opener = lambda p, flags: os.open(p, flags, 0o644, dir_fd=self.fd)
        with open(name, "xb", opener=opener) as f:
            stack.callback(os.unlink, name, dir_fd=self.fd)
            f.write(data)
            f.flush()
            os.fsync(f.fileno())
        return name

    def publish(self, draft, name):
        os.link(draft, name, src_dir_fd=self.fd, dst_dir_fd=self.fd)


def _entry(night):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", night):
        raise ValueError(f"not a night: {night!r}")
    return night + ".txt"


def reserve_night(folder, night, observer):
    entry, data = _entry(night), observer.encode("utf-8")
    if not data:
        raise ValueError("an observer has a name")
    with _Plan(folder) as plan, ExitStack() as stack:
        draft = plan.draft(stack, data)
        try:
            plan.publish(draft, entry)
        except FileExistsError:
            return False
        else:
            return True


def observer_of(folder, night):
    with _Plan(folder) as plan:
        try:
            fd = os.open(_entry(night), os.O_RDONLY, dir_fd=plan.fd)
        except FileNotFoundError:
            return None
        with open(fd, "rb") as f:
            return str(f.read(), "utf-8")
