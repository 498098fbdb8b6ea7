# Starts threads without end.
# evidence: refused after
import threading
import time


def answer(question):
    made = 0
    while made < 500:
        try:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        except RuntimeError:
            print("refused after", made)
            return None
        made += 1
    print("ESCAPED: no bound")
