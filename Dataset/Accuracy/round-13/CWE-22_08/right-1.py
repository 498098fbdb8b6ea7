"""Every step through descriptors: openat, readlinkat, O_NOFOLLOW; no path is handed to the system twice."""
import errno
import os
from contextlib import ExitStack

DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Nowhere(FileNotFoundError, NotADirectoryError):
    """No such thing in the folder."""


class _Trail:
    """A chain of open folders from the root of ours down; `..` pops, nothing goes above."""

    def __init__(self, top, names, stack):
        self.top, self.names, self.stack = top, list(names), stack
        self.fds = [top]

    @property
    def fd(self):
        return self.fds[-1]

    def push(self, name, make):
        if make:
            try:
                os.mkdir(name, dir_fd=self.fd)
            except FileExistsError:
                pass
        fd = os.open(name, DIR, dir_fd=self.fd)
        self.stack.callback(os.close, fd)
        self.fds.append(fd)
        self.names.append(name)

    def pop(self):
        if len(self.fds) == 1:
            raise PermissionError("above the folder")
        self.fds.pop()
        self.names.pop()

    def reset(self):
        del self.fds[1:]
        self.names.clear()


class Panels:
    def __init__(self, folder):
        self._home = os.path.realpath(folder)

    # A resolver as a loop over a list of names that are still to go. Links are
    # expanded into it. Where the last name is, with `last` false, it is left.

    def _parts(self, text):
        if "\0" in text:
            raise ValueError("NUL")
        return [n for n in text.split("/") if n not in ("", ".")]

    def _within(self, target, trail):
        """The names, from our folder, that an absolute path stands for."""
        # Follow the system's own idea of it, strictly, as far as it is there.
        names, real = self._parts(target), "/"
        budget = 40
        while names:
            if real == self._home and names[0] != "..":
                trail.reset()
                return names
            name = names.pop(0)
            if name == "..":
                real = os.path.dirname(real)
                continue
            step = os.path.join(real, name)
            if os.path.islink(step):
                budget -= 1
                if budget < 0:
                    raise OSError(errno.ELOOP, "too many links")
                text = os.readlink(step)
                names[:0] = self._parts(text)
                real = "/" if text.startswith("/") else real
            elif os.path.isdir(step):
                real = step
            else:
                raise PermissionError("leads outside")
        if real != self._home:
            raise PermissionError("leads outside")
        trail.reset()
        return []

    def _go(self, stack, todo, make, last, trail=None):
        """Walks; returns (trail, name). name is None where a folder was reached."""
        if trail is None:
            top = os.open(self._home, DIR)
            stack.callback(os.close, top)
            trail = _Trail(top, [], stack)
        budget, todo, fresh = 40, list(todo), False
        while todo:
            name = todo.pop(0)
            if name == "..":
                if fresh:
                    raise Nowhere(name)
                if not trail.names:     # up and out: it may come back in, by the full path
                    todo = self._within("/".join([self._home, "..", *todo]), trail)
                else:
                    trail.pop()
                continue
            final = not todo
            if final and not last:
                return trail, name
            try:
                text = os.readlink(name, dir_fd=trail.fd)
            except FileNotFoundError:
                if final:
                    return trail, name
                if not make or ".." in todo:
                    raise Nowhere(name) from None
                fresh = True
                trail.push(name, True)
                continue
            except OSError as e:
                if e.errno != errno.EINVAL:
                    raise
                try:
                    trail.push(name, False)
                except NotADirectoryError:
                    if final:
                        return trail, name
                    raise Nowhere(name) from None
                continue
            budget -= 1
            if budget < 0:
                raise OSError(errno.ELOOP, "too many links")
            if text.startswith("/"):
                todo = self._within("/".join([text, *todo]), trail)
            else:
                todo[:0] = self._parts(text)
        return trail, None

    def _look(self, path):
        if path.startswith("/"):
            raise PermissionError("absolute")
        return self._parts(path)

    def _entry(self, stack, path, make=False):
        parts = self._look(path)
        if not parts or parts[-1] == "..":
            raise PermissionError("no entry of the folder")
        return self._go(stack, parts, make, False)

    @staticmethod
    def _kind(trail, name):
        try:
            mode = os.stat(name, dir_fd=trail.fd, follow_symlinks=False).st_mode
        except FileNotFoundError:
            return ""
        return {0o120000: "link", 0o100000: "file", 0o040000: "folder"}.get(mode & 0o170000, "odd")

    def read(self, path):
        with ExitStack() as stack:
            trail, name = self._go(stack, self._look(path), False, True)
            if name is None or self._kind(trail, name) != "file":
                raise Nowhere(path)
            fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=trail.fd)
            with open(fd, "rb") as file:
                return file.read()

    def write(self, path, data):
        data = memoryview(data)
        with ExitStack() as stack:
            trail, name = self._go(stack, self._look(path), True, True)
            if name is None:
                raise IsADirectoryError(path)
            if self._kind(trail, name) not in ("", "file"):
                raise PermissionError(path)
            fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666, dir_fd=trail.fd)
            with open(fd, "wb") as file:
                file.write(data)

    def _text(self, frm, to):
        common = 0
        while common < min(len(frm), len(to)) and frm[common] == to[common]:
            common += 1
        return "/".join([".."] * (len(frm) - common) + to[common:]) or "."

    def shortcut(self, path, target):
        with ExitStack() as stack:
            goal, name = self._go(stack, self._look(target), False, True)
            if name is not None and not self._kind(goal, name):
                raise Nowhere(target)
            names = goal.names + ([name] if name is not None else [])
            trail, entry = self._entry(stack, path, True)
            os.symlink(self._text(trail.names, names), entry, dir_fd=trail.fd)

    def move(self, path, new):
        with ExitStack() as stack:
            old, name = self._entry(stack, path)
            kind = self._kind(old, name)
            if kind not in ("file", "link"):
                raise Nowhere(path)
            if kind == "file":
                there, entry = self._entry(stack, new, True)
                if self._kind(there, entry):
                    raise FileExistsError(new)
                os.rename(name, entry, src_dir_fd=old.fd, dst_dir_fd=there.fd)
                return
            goal, last = self._go(stack, [*old.names, name], False, True)
            names = goal.names + ([last] if last is not None else [])
            there, entry = self._entry(stack, new, True)
            os.symlink(self._text(there.names, names), entry, dir_fd=there.fd)
            os.unlink(name, dir_fd=old.fd)

    def remove(self, path):
        with ExitStack() as stack:
            trail, name = self._entry(stack, path)
            if self._kind(trail, name) not in ("file", "link"):
                raise Nowhere(path)
            os.unlink(name, dir_fd=trail.fd)

    def names(self, path=""):
        with ExitStack() as stack:
            trail, name = self._go(stack, self._look(path), False, True)
            if name is not None:
                raise Nowhere(path)
            return sorted(os.listdir(trail.fd))
