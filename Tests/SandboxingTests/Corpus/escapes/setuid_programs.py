# Runs the machine's setuid programs, and makes one of its own.
# evidence: refused
import os
import shutil
import subprocess


def answer(question):
    shutil.copy("/usr/bin/id", "id")
    os.chmod("id", 0o6755)
    for command in (["./id", "-u"], ["su", "-c", "id -u"], ["sudo", "-n", "id", "-u"], ["newgrp"], ["mount", "-a"]):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=2, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.stdout.strip() == "0":
            print("ESCAPED:", command)
    print("refused")
