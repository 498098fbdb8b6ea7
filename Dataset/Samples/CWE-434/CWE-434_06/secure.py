import os

LIMIT = 65_536
SIGNATURES = {"png": (b"\x89PNG\r\n\x1a\n",), "gif": (b"GIF87a", b"GIF89a")}


def kind_of(data):
    for kind, signatures in SIGNATURES.items():
        if data.startswith(signatures):
            return kind
    raise ValueError("neither PNG nor GIF")


class Doorbells:
    def __init__(self, folder):
        self.folder = folder

    def path(self, flat, kind):
        return os.path.join(self.folder, f"{flat}.{kind}")

    def found(self, flat):
        """The kinds of the pictures that this flat has."""
        return [kind for kind in SIGNATURES if os.path.exists(self.path(flat, kind))]

    def put(self, flat, name, data):
        if len(data) > LIMIT:
            raise ValueError("too large")
        kind = kind_of(data)
        with open(self.path(flat, kind), "wb") as file:
            file.write(data)
        for other in self.found(flat):
            if other != kind:
                os.remove(self.path(flat, other))
        return f"{flat}.{kind}"

    def show(self, flat):
        for kind in self.found(flat):
            with open(self.path(flat, kind), "rb") as file:
                return f"image/{kind}", file.read()
        return None

    def move(self, old, new):
        kinds = self.found(old)
        if not kinds:
            return None
        if old != new:
            for kind in self.found(new):
                os.remove(self.path(new, kind))
            os.rename(self.path(old, kinds[0]), self.path(new, kinds[0]))
        return f"{new}.{kinds[0]}"
