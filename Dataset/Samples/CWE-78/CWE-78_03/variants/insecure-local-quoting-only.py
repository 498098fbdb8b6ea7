import shlex
import subprocess


def bundle_size(station, folder, names):
    command = 'bundle "%s" %s' % (folder, " ".join('"%s"' % name for name in names))
    # The quoting is right for the shell on this side of the link only.
    line = f"stationlink {shlex.quote(station)} {shlex.quote(command)}"
    result = subprocess.run(line, shell=True, stdout=subprocess.PIPE)
    if result.returncode == 0:
        return int(result.stdout)
    return None
