"""Packs as trees in memory: a pack is grown and judged completely before one byte is written."""
import io
import os
import zipfile


class _Leaf(bytes):
    """The content of a file."""


class _Refused(ValueError):
    pass


def _ending_is_fine(name):
    stem, dot, ending = name.rpartition(".")
    return dot == "." and ending.isascii() and ending.lower() in {"json", "png", "ogg", "txt"}


def _plant(tree, way, leaf):
    """Put `leaf` at the end of `way`, a list of names, into the nested dictionaries of `tree`."""
    *branches, last = way
    for branch in branches:
        tree = tree.setdefault(branch, {})
        if isinstance(tree, _Leaf):
            raise _Refused("a file is used as a folder")
    if leaf is None:
        if isinstance(tree.setdefault(last, {}), _Leaf):
            raise _Refused("a file is used as a folder")
    elif last in tree:
        raise _Refused("two entries have the same name")
    else:
        tree[last] = leaf


def _grow(data):
    tree = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                written = info.orig_filename
                if written != info.filename or not written.isprintable() or "\\" in written:
                    raise _Refused(f"strange name: {written!r}")
                way = written.split("/")
                folder = way[-1] == ""
                if folder:
                    way.pop()
                if not way or not {"", ".", ".."}.isdisjoint(way):
                    raise _Refused(f"strange way: {written!r}")
                if not folder and not _ending_is_fine(way[-1]):
                    raise _Refused(f"not for a pack: {written!r}")
                _plant(tree, way, None if folder else _Leaf(archive.read(info)))
    except _Refused:
        raise
    except Exception as error:          # damaged, encrypted, packed in an unknown way …
        raise _Refused("the ZIP file cannot be read") from error
    return tree


def _leaves(tree, before=""):
    for name, what in tree.items():
        if isinstance(what, _Leaf):
            yield before + name, what
        else:
            yield from _leaves(what, before + name + "/")


class PackShelf:
    def __init__(self, root):
        self.root = os.path.abspath(root)

    def add(self, pack, data):
        leaves = dict(_leaves(_grow(bytes(data))))
        base = os.path.join(self.root, pack)
        os.mkdir(base)
        for name, content in leaves.items():
            path = os.path.join(base, name)
            os.makedirs(os.path.split(path)[0], exist_ok=True)
            with open(path, "xb") as stream:
                stream.write(content)
        return sorted(leaves)

    def files(self, pack):
        return sorted(self._below(os.path.join(self.root, pack), ""))

    def _below(self, folder, before):
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:
            return
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from self._below(entry.path, f"{before}{entry.name}/")
            else:
                yield before + entry.name
