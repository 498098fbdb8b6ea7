import contextlib
import os
import tarfile

DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


def refuse(name):
    raise tarfile.ExtractError(f"refused: {name!r}")


class Tree:
    """Reaches files below a folder by descriptors only, one step at a time, following no link."""

    def __init__(self, path):
        self.top = os.open(path, os.O_RDONLY | os.O_DIRECTORY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.top)

    @contextlib.contextmanager
    def enter(self, steps):
        at = os.dup(self.top)
        try:
            for step in steps:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(step, 0o755, dir_fd=at)
                below = os.open(step, DIRECTORY, dir_fd=at)
                os.close(at)
                at = below
            yield at
        finally:
            os.close(at)

    def write(self, steps, chunks):
        *way, name = steps
        with self.enter(way) as at:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name, dir_fd=at)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
            with open(os.open(name, flags, 0o644, dir_fd=at), "wb") as out:
                out.writelines(chunks)


def steps_of(name):
    if name[:1] == "/":
        refuse(name)
    steps = tuple(filter(lambda s: s not in {"", "."}, name.split("/")))
    return refuse(name) if ".." in steps else steps


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    files, first = {}, ""
    with tarfile.open(archive, "r:gz") as tar, Tree(folder) as tree:
        for member in tar:
            steps = steps_of(member.name)
            match member.type:
                case tarfile.DIRTYPE:
                    with tree.enter(steps):
                        pass
                case tarfile.REGTYPE | tarfile.AREGTYPE if steps:
                    data = tar.extractfile(member).read()
                    tree.write(steps, [data])
                    files[member.name] = True
                    if steps == ("index.txt",):
                        text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
                        first = text.partition("\n")[0]
                case _:
                    refuse(member.name)
    return {"title": first, "files": sorted(files)}
