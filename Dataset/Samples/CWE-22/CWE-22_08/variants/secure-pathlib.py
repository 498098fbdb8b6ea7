from pathlib import Path


class Outside(ValueError):
    pass


class Panels:
    def __init__(self, folder):
        self.root = Path(folder).resolve()

    def real(self, path):
        found = (self.root / path).resolve()
        # Behind a link that leads to itself, links are not resolved.
        if not found.is_relative_to(self.root) or found.resolve() != found:
            raise Outside(path)
        return found

    def own(self, path):
        """The entry itself, in its real folder."""
        given = Path(path)
        if ".." in given.parts or not given.name:
            raise Outside(path)
        return self.real(given.parent) / given.name

    def free(self, path):
        entry = self.own(path)
        if entry.is_symlink() or entry.exists():
            raise FileExistsError(path)
        entry.parent.mkdir(parents=True, exist_ok=True)
        return entry

    def read(self, path):
        return self.real(path).read_bytes()

    def write(self, path, data):
        real = self.real(path)
        real.parent.mkdir(parents=True, exist_ok=True)
        real.write_bytes(data)

    def link(self, entry, real):
        # The way from folder to folder: up to what both have in common, and down again.
        here = entry.parent
        common = next(one for one in (here, *here.parents) if real.is_relative_to(one))
        ups = len(here.relative_to(common).parts)
        entry.symlink_to(Path(*[".."] * ups, real.relative_to(common)), target_is_directory=real.is_dir())

    def shortcut(self, path, target):
        real = self.real(target)
        if not real.exists():
            raise FileNotFoundError(target)
        self.link(self.free(path), real)

    def move(self, path, new):
        entry = self.own(path)
        if entry.is_symlink():
            real = self.real(path)
            self.link(self.free(new), real)
            entry.unlink()
        elif entry.is_file():
            entry.rename(self.free(new))
        else:
            raise FileNotFoundError(path)

    def remove(self, path):
        self.own(path).unlink()

    def names(self, path=""):
        return sorted(one.name for one in self.real(path).iterdir())
