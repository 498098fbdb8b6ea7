class _Folded:
    """Functions that open, look for or name a file find the one whose name Windows takes for the same."""

    PLACES = (
        ("builtins", "open", 1), ("io", "open", 1), ("os", "open", 1), ("os", "stat", 1), ("os", "lstat", 1), ("os", "remove", 1),
        ("os", "unlink", 1), ("os", "mkdir", 1), ("os", "access", 1), ("os", "rename", 2), ("os", "replace", 2), ("os", "link", 2),
        ("os", "symlink", 2), ("os", "utime", 1), ("os", "chmod", 1), ("os", "truncate", 1),
    )

    def __init__(self, folder, solution):
        import os

        self.folder, self.changed, self.listdir, self.os = os.path.abspath(folder), [], os.listdir, os
        self.solution = solution

    def named(self, path):
        if not isinstance(path, (str, bytes)) and not hasattr(path, "__fspath__"):
            return path
        text = self.os.fsdecode(path)
        whole = self.os.path.abspath(text)
        parent, name = self.os.path.split(whole)
        if parent != self.folder or not name:
            return path
        wanted = self.folded(name)
        there = self.listdir(self.folder)
        if name in there:
            return path
        same = next((one for one in there if self.folded(one) == wanted), name.rstrip(". ") or name)
        return self.os.path.join(parent, same)

    @staticmethod
    def folded(name):
        return name.upper().rstrip(". ")

    def __enter__(self):
        import importlib

        for module, name, count in self.PLACES:
            place = vars(importlib.import_module(module))
            real = place[name]
            put = self.around(real, count, name == "rename")
            for names in (place, vars(self.solution)):
                for own, value in list(names.items()):
                    if value is real and (names is not place or own == name):
                        self.changed.append((names, own, value))
                        names[own] = put

    def around(self, real, count, refuses):
        def folded(*args, **named):
            if named.get("dir_fd") is None and args:
                args = (*map(self.named, args[:count]), *args[count:])
                if refuses and len(args) > 1 and self.os.path.lexists(args[1]):
                    raise FileExistsError(17, "File exists", args[1])
            return real(*args, **named)

        return folded

    def __exit__(self, *_):
        for names, own, value in reversed(self.changed):
            names[own] = value


def folded(solution, setup, expression, after, folder, values):
    """Evaluates the expression while names in the folder are taken as Windows does, and `after` as usual."""
    names = {"solution": solution, **values}
    exec(setup, names)
    with _Folded(folder, solution):
        outcome = evaluated(expression, names)
    return outcome, evaluated(after, names)
