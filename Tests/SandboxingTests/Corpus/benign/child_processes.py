import subprocess


def answer(question):
    command = "echo one; ls /usr/bin | head -3 | wc -l; exit 3"
    shell = subprocess.run(command, shell=True, capture_output=True, text=True)
    piped = subprocess.run(["sort", "-r"], input="a\nb\n", capture_output=True, text=True, check=True)
    version = ["python3", "-c", "import sys; print(sys.version_info[:2])"]
    python = subprocess.run(version, capture_output=True, text=True)
    return shell.stdout, shell.returncode, piped.stdout, python.stdout


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == ("one\n3\n", 3, "b\na\n", "(3, 11)\n")
