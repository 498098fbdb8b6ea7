import os


class Takes:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def throw(self, path):
        parts = path.split("/")
        if "\0" in path or any(part in ("", ".", "..") for part in parts):
            return False
        folders = [self.folder]
        for part in parts[:-1]:
            folders.append(os.path.join(folders[-1], part))
            if os.path.islink(folders[-1]):
                return False
        place = os.path.join(folders[-1], parts[-1])
        if not os.path.islink(place) and not os.path.isfile(place):
            return False
        os.remove(place)
        for folder in reversed(folders[1:]):
            if os.listdir(folder):
                break
            os.rmdir(folder)
        return True

    def throw_all(self, paths):
        return [path for path in paths if self.throw(path)]
