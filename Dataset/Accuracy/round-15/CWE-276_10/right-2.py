from itertools import accumulate
from pathlib import Path, PurePosixPath


class Cases:
    """Paths all the way, and the file is made empty first, closed, and filled then."""

    def __init__(self, root):
        self._root = Path(root)

    def _folders(self, case):
        if isinstance(case, str):
            case = case.split("/")
        return list(accumulate(case, Path.joinpath, initial=self._root))[1:]

    @staticmethod
    def _shut(folder):
        folder.chmod(0o700)
        return folder

    def _prepare(self, folders):
        there = [folder for folder in folders if folder.exists()]
        if not all(map(Path.is_dir, there)):
            raise NotADirectoryError(str(there[-1]))
        for folder in there:
            self._shut(folder)
        for folder in folders[len(there):]:
            folder.mkdir(mode=0o700)
            self._shut(folder)

    def keep(self, case, name, data):
        folders = self._folders(case)
        self._prepare(folders)
        with (folders[-1] / name).open("x+b") as stream:
            stream.write(memoryview(data))

    def move(self, case, other):
        source = self._folders(case)[-1]
        *above, target = self._folders(other)
        if not source.is_dir():
            raise FileNotFoundError(f"no case {PurePosixPath(case)}")
        if target.exists():
            raise FileExistsError(f"there is {PurePosixPath(other)}")
        self._prepare(above)
        self._shut(source).rename(target)
