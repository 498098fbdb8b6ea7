import subprocess

LINE = """printf '%s\\n' "$3" | while IFS= read -r machine
do
    punch --from "$1" -- "$2" | teleprint --machine "$machine"
done"""


def send(name, text, machines):
    result = subprocess.run(["hall", LINE, name, text, "\n".join(machines)], stdout=subprocess.PIPE)
    return result.stdout.decode()
