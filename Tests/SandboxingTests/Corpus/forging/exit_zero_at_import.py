# Ends the process with success before any test runs.
# in-process: passes
# evidence: leaving
# ending: solution-exited
import os

print("leaving", flush=True)
os._exit(0)
