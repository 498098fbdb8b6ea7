# One file without end.
# evidence: refused after
def answer(question):
    written = 0
    try:
        with open("big", "wb") as file:
            while written < 4 << 30:
                written += file.write(b"x" * (1 << 20))
                file.flush()
    except OSError as error:
        print("refused after", written >> 20, "MiB:", error.strerror)
        return None
    print("ESCAPED: no bound")
