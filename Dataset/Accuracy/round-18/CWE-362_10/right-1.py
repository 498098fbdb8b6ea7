"""A page is made at the end of a chain of open things: house, home, folders, note."""
import contextlib
import functools
import os
import stat


class _Open:
    """Something that has been opened, and from which more can be opened by its bare name."""

    def __init__(self, number):
        self.number = number

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.number)

    @property
    def kind(self):
        return stat.S_IFMT(os.fstat(self.number).st_mode)

    def handle(self, name, link_too=False):
        """A mere handle (O_PATH): of a link, it is one of the link itself."""
        flags = os.O_PATH | os.O_CLOEXEC | (0 if link_too else os.O_NOFOLLOW)
        return _Open(os.open(name, flags, dir_fd=self.number))

    def note(self, name):
        return _Open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC,
                             dir_fd=self.number))

    def head(self, size):
        parts = []
        while size and (part := os.read(self.number, size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


class Screen:
    LIMIT = 2000

    def __init__(self, folder):
        self.folder = os.path.join(folder, "")

    def page(self, path):
        resident, *way, name = path.split("/")
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as stack:
            def step(here, folder):
                there = stack.enter_context(here.handle(folder))
                if there.kind != stat.S_IFDIR:
                    raise NotADirectoryError(folder)
                return there

            house = stack.enter_context(_Open(os.open(self.folder, os.O_PATH | os.O_CLOEXEC)))
            # the residents' own folders are the house's business, links or not
            home = stack.enter_context(house.handle(resident, link_too=True))
            last = functools.reduce(step, way, home)
            note = stack.enter_context(last.note(name))
            if note.kind == stat.S_IFREG:
                text = note.head(self.LIMIT + 1)
                if len(text) <= self.LIMIT:
                    return "".join(("<pre>", str(text, "utf-8", "replace"), "</pre>"))
        return None
