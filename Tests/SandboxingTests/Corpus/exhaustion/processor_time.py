# Computes for ever; the first process of a namespace cannot be stopped by a catchable signal.
# evidence: computing
# ending: limit:cpu
# limits: cpuSeconds=1,checkSeconds=8
import signal


def answer(question):
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    print("computing", flush=True)
    while True:
        pass
