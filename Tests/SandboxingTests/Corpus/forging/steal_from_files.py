# Reads every file that can be read and looks for the expected value; a planted one shows that the search works.
# evidence: control found
# limits: wallSeconds=60,checkSeconds=50,cpuSeconds=50
import os
import re

with open("/box/work/planted.txt", "w") as file:
    file.write("planted-" + "cd" * 16)


def answer(question):
    for top in ("/box", "/tmp", "/dev", "/etc", "/opt/runtime", "/proc/self"):
        for folder, _, names in os.walk(top):
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.isfile(path) or path.startswith("/dev/"):
                    continue
                try:
                    with open(path, "rb") as file:
                        text = file.read(1 << 20)
                except OSError:
                    continue
                if re.search(b"planted-[0-9a-f]{32}", text):
                    print("control found")
                found = re.search(b"expected-[0-9a-f]{32}", text)
                if found:
                    return found.group().decode()
