import subprocess


def double(text):
    """As the shell reads it between double quotes."""
    return '"' + text.replace('"', '\\"').replace("$", "\\$") + '"'


def send(name, text, machines):
    lines = [f"punch --from {double(name)} -- {double(text)} | teleprint --machine {double(machine)}" for machine in machines]
    result = subprocess.run(["hall", "\n".join(lines)], stdout=subprocess.PIPE)
    return result.stdout.decode("utf-8")
