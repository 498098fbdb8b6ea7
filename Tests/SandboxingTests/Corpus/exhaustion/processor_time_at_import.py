# The same before any check.
# evidence: computing
# ending: limit:cpu
# limits: cpuSeconds=1,checkSeconds=8
print("computing", flush=True)
while True:
    pass
