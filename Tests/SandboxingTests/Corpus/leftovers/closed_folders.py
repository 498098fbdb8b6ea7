# Leaves folders and files that nobody may read or enter, one in the other.
# evidence: closed
import os


def answer(question):
    os.umask(0)
    for root in ("/box/work", "/tmp", "/dev/shm"):
        path = root
        for depth in range(5):
            path = f"{path}/closed{depth}"
            os.mkdir(path)
            with open(f"{path}/file", "w") as file:
                file.write("x")
            os.chmod(f"{path}/file", 0)
        while path != root:
            os.chmod(path, 0)
            path = os.path.dirname(path)
    print("closed")
