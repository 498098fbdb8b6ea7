import subprocess

LINE = """text=$2
set -f
IFS='
'
set -- $1
name=$1
shift
for machine
do
    punch --from "$name" -- "$text" | teleprint --machine "$machine"
done"""


def send(name, text, machines):
    first = "\n".join([name.replace("\n", "\r"), *machines])
    if "\n" in name:
        return subprocess.run(["hall", 'name=$1; text=$2; shift 2; for machine; do punch --from "$name" -- "$text" | teleprint --machine "$machine"; done', name, text, *machines], stdout=subprocess.PIPE).stdout.decode()
    if not all([name, *machines]):
        raise ValueError("there has to be a name, and machines")
    return subprocess.run(["hall", LINE, first, text], stdout=subprocess.PIPE).stdout.decode()
