import io
import re


def board_commands(board, rows):
    out = io.StringIO(newline="")
    say = lambda *words: print(*words, end="\r\n", file=out)
    say("BOARD", board)
    for n, text in enumerate(rows):
        say("ROW", n + 1, text) if len(text) else say("BLANK", n + 1)
    say("COMMIT")
    sent = out.getvalue()
    if len(re.findall("[\r\n]", sent)) != 2 * (len(rows) + 2):
        raise ValueError("a name or a text breaks the line")
    return sent
