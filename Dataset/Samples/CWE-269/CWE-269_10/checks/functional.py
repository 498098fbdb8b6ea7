from harness import box, environment, program, solution

ECHO = """
import sys
data = stdin if isinstance(stdin, bytes) else stdin.encode()
sys.stderr.write("noise")
sys.stdout.write("echo 2.0\\nmore" if "--version" in argv else data.decode().lower())
sys.stdout.flush()
"""


def shop(name, book="first\n"):
    program("echoing", code=ECHO), program("failing", code="import sys; print('no'); sys.exit(3)"), program("quiet", code="")
    box.write(f"{name}/reel.mid", b"C D E"), box.write(f"{name}/long.mid", b"ABC " * 20000), box.write(f"{name}.txt", book)
    return solution.Workshop(name, f"{name}.txt")


def raises(error, function, *arguments):
    try:
        function(*arguments)
    except error:
        return True
    return False


def test_a_tune_is_changed():
    made = shop("f1")
    assert made.apply("echoing", "reel.mid") == b"c d e" and made.apply("echoing", "long.mid") == b"abc " * 20000
    assert made.apply("quiet", "reel.mid") == b""
    calls = program("echoing").calls
    assert calls[-2].argv == ["echoing", "--tune", "reel.mid"]
    assert box.text("f1.txt") == "first\nechoing: reel.mid\nechoing: long.mid\nquiet: reel.mid\n" and box.read("f1/reel.mid") == b"C D E"


def test_a_program_fails():
    made = shop("f2")
    assert raises(RuntimeError, made.apply, "failing", "reel.mid") and box.text("f2.txt") == "first\n"
    before = len(program("echoing").calls)
    assert raises(FileNotFoundError, made.apply, "echoing", "nothing.mid")
    assert len(program("echoing").calls) == before and box.text("f2.txt") == "first\n"
    assert made.apply("echoing", "reel.mid") == b"c d e"


def test_versions():
    made = shop("f3")
    assert made.version("echoing") == "echo 2.0" and box.text("f3.txt") == "first\n"
    assert program("echoing").calls[-1].argv == ["echoing", "--version"]


def test_lines_of_the_book():
    made = shop("f4", "")
    made.note("Öl für Frau Lund"), made.apply("echoing", "reel.mid"), made.note("paid")
    assert box.read("f4.txt").decode() == "Öl für Frau Lund\nechoing: reel.mid\npaid\n"


def test_what_programs_find_in_their_environment():
    environment["LANG"] = "C.UTF-8"
    made = shop("f5")
    made.apply("echoing", "reel.mid"), made.version("echoing")
    for call in program("echoing").calls[-2:]:
        assert call.environment["ORGAN"] == "wb-20" and call.environment["LANG"] == "C.UTF-8" and call.environment["PATH"]
