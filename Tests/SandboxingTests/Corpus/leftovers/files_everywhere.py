# Leaves files in every writable place.
# evidence: left
import os

for place in ("/box/work", "/tmp", "/dev/shm", "/box/bin", "/box"):
    with open(os.path.join(place, "leftover"), "w") as file:
        file.write("leftover")
print("left")


def answer(question):
    return None
