import subprocess


def send(name, text, machines):
    """One pipe for each machine, with the numbers of the arguments."""
    line = ""
    for number, _ in enumerate(machines, start=3):
        line += f"""punch --from "$1" -- "$2" | teleprint --machine "${{{number}}}"\n"""
    process = subprocess.Popen(["hall", line, name, text] + machines, stdout=subprocess.PIPE)
    told, _ = process.communicate()
    return told.decode("utf-8")
