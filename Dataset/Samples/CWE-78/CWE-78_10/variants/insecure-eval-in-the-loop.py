import subprocess

LINE = """number=3
while [ $number -le $# ]
do
    eval "machine=\\${$number}"
    eval "punch --from \\"\\$1\\" -- \\"\\$2\\" | teleprint --machine '$(echo "$machine" | sed "s/'/'\\\\\\\\''/g")'"
    number=$((number + 1))
done"""


def send(name, text, machines):
    return subprocess.run(["hall", LINE, name, text, *machines], stdout=subprocess.PIPE).stdout.decode()
