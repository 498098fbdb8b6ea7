import os
import pickle


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def files(self):
        return sorted(name for name in os.listdir(self.folder) if name.endswith(".job"))

    def put(self, kind, options):
        names = self.files()
        number = int(names[-1].removesuffix(".job")) + 1 if names else 1
        with open(os.path.join(self.folder, f"{number:08}.job"), "wb") as file:
            pickle.dump((kind, options), file)

    def take(self):
        names = self.files()
        if not names:
            return None
        path = os.path.join(self.folder, names[0])
        with open(path, "rb") as file:
            job = pickle.load(file)
        os.remove(path)
        return job

    def waiting(self):
        return len(self.files())
