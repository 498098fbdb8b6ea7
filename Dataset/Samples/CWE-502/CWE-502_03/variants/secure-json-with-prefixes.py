import json
import os
import uuid

BYTES = "hex:"
TEXT = "txt:"


def pack(value):
    if isinstance(value, (bytes, bytearray)):
        return BYTES + value.hex()
    if isinstance(value, str):
        return TEXT + value
    if isinstance(value, dict):
        return {key: pack(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return list(map(pack, value))
    return value


def unpack(value):
    if isinstance(value, str):
        return bytes.fromhex(value[4:]) if value.startswith(BYTES) else value[4:]
    if isinstance(value, dict):
        return {key: unpack(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [unpack(entry) for entry in value]
    return value


class SpoolError(Exception):
    pass


class Spool(object):
    def __init__(self, folder):
        if not os.path.isdir(folder):
            raise SpoolError("no such folder: %s" % folder)
        self.folder = folder

    def list(self):
        with os.scandir(self.folder) as entries:
            return sorted(entry.path for entry in entries if entry.name.startswith("job-"))

    def put(self, kind, options):
        existing = self.list()
        last = int(os.path.basename(existing[-1]).split("-")[1]) if existing else 0
        path = os.path.join(self.folder, "job-%010d-%s.json" % (last + 1, uuid.uuid4().hex))
        with open(path, "w", encoding="utf-8") as output:
            json.dump({"kind": kind, "options": pack(options)}, output, ensure_ascii=False)

    def take(self):
        jobs = self.list()
        if jobs:
            with open(jobs[0], encoding="utf-8") as source:
                content = source.read()
            os.remove(jobs[0])
            try:
                job = json.loads(content)
                return (str(job["kind"]), unpack(job["options"]))
            except (KeyError, TypeError, ValueError) as error:
                raise SpoolError("damaged job: %s" % error)

    def waiting(self):
        return len(self.list())


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        spool = Spool(folder)
        spool.put("glaze", {"celsius": 1240})
        print(spool.waiting(), spool.take())
