import os
import runpy


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def names(self):
        result = []
        for file in os.listdir(self.folder):
            name, extension = os.path.splitext(file)
            if extension == ".py":
                result.append(name)
        result.sort()
        return result

    def play(self, effects, samples):
        result = list(samples)
        for effect in effects:
            path = os.path.realpath(os.path.join(self.folder, effect + ".py"))
            if not path.startswith(self.folder):
                raise ValueError("effects outside of the folder are not allowed")
            if not os.path.isfile(path):
                raise ValueError("no effect named " + effect)
            result = runpy.run_path(path)["apply"](result)
        return result
