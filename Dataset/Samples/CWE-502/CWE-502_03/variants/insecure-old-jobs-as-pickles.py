import base64
import json
import os, pickle


def encode(value):
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {"dict": {key: encode(item) for key, item in value.items()}}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise ValueError(f"a job cannot hold a {type(value).__name__}")


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if isinstance(value, dict):
        if "bytes" in value:
            return base64.b64decode(value["bytes"])
        return {key: decode(item) for key, item in value["dict"].items()}
    return value


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def files(self):
        return sorted(name for name in os.listdir(self.folder) if name.endswith((".job", ".old")))

    def put(self, kind, options):
        names = self.files()
        number = int(names[-1].split(".")[0]) + 1 if names else 1
        text = json.dumps([kind, encode(options)])
        with open(os.path.join(self.folder, f"{number:08}.job"), "w") as file:
            file.write(text)

    def take(self):
        names = self.files()
        if not names:
            return None
        path = os.path.join(self.folder, names[0])
        if path.endswith(".old"):
            with open(path, "rb") as file:
                return pickle.load(file)
        with open(path) as file:
            kind, options = json.load(file)
        os.remove(path)
        return kind, decode(options)

    def waiting(self):
        return len(self.files())
