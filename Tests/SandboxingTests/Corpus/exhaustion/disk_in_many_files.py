# Each file is small; together they fill every writable place.
# evidence: refused after
import os


def answer(question):
    written = 0
    for folder in ("/box/work", "/tmp", "/dev/shm", "/box/bin"):
        for number in range(200):
            try:
                with open(os.path.join(folder, f"f{number}"), "wb") as file:
                    written += file.write(b"x" * (1 << 20))
            except OSError:
                break
    print("refused after", written >> 20, "MiB" if written <= 33 << 20 else "ESCAPED")
