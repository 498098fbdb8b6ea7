import os
import stat


def _walk(fd, prefix=""):
    with os.scandir(fd) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                sub = os.open(entry.name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=fd)
                try:
                    yield from _walk(sub, f"{prefix}{entry.name}/")
                finally:
                    os.close(sub)
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name


def list_cards(folder):
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return sorted(_walk(fd))
    finally:
        os.close(fd)


def read_card(folder, name):
    *folders, last = name.split("/")
    if {"", ".", ".."}.intersection([*folders, last]) or "\0" in name:
        return None
    opened = [os.open(folder, os.O_RDONLY | os.O_DIRECTORY)]
    try:
        for part in folders:
            opened.append(os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=opened[-1]))
        opened.append(os.open(last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=opened[-1]))
        if not stat.S_ISREG(os.fstat(opened[-1]).st_mode):
            return None
        with os.fdopen(os.dup(opened[-1]), "rb") as card:
            return card.read().decode("utf-8")
    except (OSError, UnicodeEncodeError):
        return None
    finally:
        for fd in reversed(opened):
            os.close(fd)
