import contextlib
import re
import runpy
from os import path, scandir


@contextlib.contextmanager
def _checked(rack, effects):
    """Gives a generator of the effects' functions when every name is known."""
    known = rack.names()
    unknown = [name for name in effects if not isinstance(name, str) or name not in known]
    if unknown:
        raise ValueError(f"not in the rack: {unknown!r}")
    yield (rack._function(known[known.index(name)]) for name in effects)


class EffectRack:
    def __init__(self, folder):
        self.folder = folder

    def names(self):
        with scandir(self.folder) as entries:
            matches = [re.fullmatch("([0-9A-Za-z_-]+)[.]py", e.name) for e in entries if e.is_file()]
        return sorted(match.group(1) for match in filter(None, matches))

    def _function(self, name):
        # run_path takes a file's text, whatever Python could import under this name
        return runpy.run_path(path.join(self.folder, name + ".py"), run_name="effect")["apply"]

    def play(self, effects, samples):
        sound = [*samples]
        with _checked(self, effects) as functions:
            for function in functions:
                sound = function([*sound])
        return sound
