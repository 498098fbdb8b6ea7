import io
import os
import pickle


class PlainUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"a job must not name {module}.{name}")

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("a job must not refer to anything outside")


class Spool:
    suffix = ".kiln"

    def __init__(self, folder):
        self._folder = folder

    def _jobs(self):
        numbers = [int(n[: -len(self.suffix)]) for n in os.listdir(self._folder) if n.endswith(self.suffix)]
        return sorted(numbers)

    def _path(self, number):
        return os.path.join(self._folder, str(number) + self.suffix)

    def put(self, kind, options):
        data = pickle.dumps({"kind": kind, "options": options}, protocol=4)
        try:
            PlainUnpickler(io.BytesIO(data)).load()
        except pickle.UnpicklingError as error:
            print("job refused:", error)
            raise ValueError("unsupported options")
        jobs = self._jobs()
        with open(self._path((jobs or [0])[-1] + 1), "xb") as file:
            file.write(data)

    def take(self):
        for number in self._jobs():
            with open(self._path(number), "rb") as file:
                data = file.read()
            os.unlink(self._path(number))
            try:
                job = PlainUnpickler(io.BytesIO(data)).load()
                return job["kind"], job["options"]
            except Exception as error:
                print("skipping job", number, error)
        return None

    def waiting(self):
        return len(self._jobs())
