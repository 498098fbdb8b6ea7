import os
import re
import runpy
import unicodedata

EFFECT_NAME = re.compile(r"[\w-]+")


class EffectRack:
    """The sound effects in a folder, one Python file each."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        found = []
        for entry in os.listdir(self.folder):
            stem, extension = os.path.splitext(entry)
            if extension != ".py" or not EFFECT_NAME.fullmatch(stem):
                continue
            if os.path.isfile(os.path.join(self.folder, entry)):
                found.append(stem)
        return sorted(found)

    def _path_of(self, name):
        """The file of an effect; phones send some letters in other forms."""
        if not isinstance(name, str) or not name:
            raise ValueError("the name of an effect is a string")
        if any(mark in name for mark in "./\\\0") or os.path.isabs(name):
            raise ValueError(f"not the name of an effect: {name!r}")
        for form in (name, unicodedata.normalize("NFKC", name)):
            path = os.path.join(self.folder, form + ".py")
            if os.path.isfile(path):
                return path
        raise ValueError(f"no such effect: {name!r}")

    def play(self, effects, samples):
        paths = [self._path_of(name) for name in effects]
        loaded = {}
        for path in paths:
            if path not in loaded:
                loaded[path] = runpy.run_path(path)["apply"]
        result = list(samples)
        for path in paths:
            result = loaded[path](result)
        return result
