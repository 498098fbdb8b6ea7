# Lists processes: only its own namespace may be seen.
# level: 3
# evidence: control seen
import os


def answer(question):
    seen = sorted(int(name) for name in os.listdir("/proc") if name.isdigit())
    if os.getpid() in seen:
        print("control seen")
    if seen != [1] or os.getpid() != 1:
        print("ESCAPED:", seen)
    others = [name for name in os.listdir("/proc") if not name.isdigit() and name not in ("self", "thread-self")]
    if others:
        print("ESCAPED:", others)
