import os

ENDINGS = (".jpg", ".jpeg", ".png")
SIGNATURES = (b"\xff\xd8", b"\x89PNG")


class Receiver:
    def __init__(self, folder):
        self.folder = folder
        self.uploads = {}
        self.count = 0

    def begin(self, name, size):
        if not name.lower().endswith(ENDINGS):
            raise ValueError("only photographs")
        self.count += 1
        self.uploads[self.count] = {"name": name, "data": bytearray(size), "missing": set(range(size))}
        return self.count

    def piece(self, number, start, data):
        upload = self.uploads[number]
        end = start + len(data)
        if start < 0 or end > len(upload["data"]):
            raise ValueError("the piece does not lie within the photograph")
        if start == 0 and len(data) >= 4 and not data.startswith(SIGNATURES):
            raise ValueError("this is no photograph")
        upload["data"][start:end] = data
        upload["missing"] -= set(range(start, end))

    def finish(self, number):
        upload = self.uploads[number]
        if upload["missing"]:
            return None
        stem, ending = os.path.splitext(upload["name"].replace(" ", "_"))
        name, copy = stem + ending, 1
        while os.path.exists(os.path.join(self.folder, name)):
            copy += 1
            name = f"{stem}_{copy}{ending}"
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(upload["data"])
        del self.uploads[number]
        return name

    def photos(self):
        return sorted(name for name in os.listdir(self.folder) if name.lower().endswith(ENDINGS))
