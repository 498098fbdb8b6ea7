import subprocess

LINE = """
name=$1
text=$2
shift 2
for machine
do
    punch --from "$name" -- "$text" | teleprint --machine "$machine"
done
"""


def send(name, text, machines):
    result = subprocess.run(["hall", LINE, name, text, *machines], stdout=subprocess.PIPE)
    return result.stdout.decode("utf-8")
