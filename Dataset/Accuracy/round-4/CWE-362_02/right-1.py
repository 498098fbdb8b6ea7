import os
import uuid


class Plan:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.fd = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        return self

    def __exit__(self, *_):
        os.close(self.fd)

    def claim(self, night, observer):
        slip = f"slip-{uuid.uuid4().hex}"
        handle = os.open(slip, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644, dir_fd=self.fd)
        try:
            with open(handle, "wb") as file:
                file.write(observer.encode("utf-8"))
            os.link(slip, night + ".txt", src_dir_fd=self.fd, dst_dir_fd=self.fd)
        except FileExistsError:
            return False
        else:
            return True
        finally:
            os.unlink(slip, dir_fd=self.fd)

    def owner(self, night):
        try:
            handle = os.open(night + ".txt", os.O_RDONLY, dir_fd=self.fd)
        except FileNotFoundError:
            return None
        with open(handle, "rb") as file:
            return file.read().decode("utf-8")


def reserve_night(folder, night, observer):
    with Plan(folder) as plan:
        return plan.claim(night, observer)


def observer_of(folder, night):
    with Plan(folder) as plan:
        return plan.owner(night)
