# Empty files without end.
# evidence: refused after
import os


def answer(question):
    for number in range(100_000):
        try:
            os.close(os.open(f"f{number}", os.O_CREAT | os.O_WRONLY))
        except OSError:
            print("refused after", number)
            return None
    print("ESCAPED: no bound")
