import subprocess

LINE = """name=$1
text=$(echo "$2" | sed 's/x$//')
shift 2
for machine
do
    punch --from "$name" -- "${text%x}" | teleprint --machine "$machine"
done"""


def send(name, text, machines):
    return subprocess.run(["hall", LINE, name, text + "x", *machines], stdout=subprocess.PIPE).stdout.decode()
