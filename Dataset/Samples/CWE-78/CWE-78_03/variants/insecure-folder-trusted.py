import shlex
import subprocess


def bundle_size(station, folder, names):
    """The folder is ours, so only the names are quoted with shlex."""
    size = 0
    while names:
        files = " ".join(shlex.quote(name) for name in names[:10])
        names = names[10:]
        try:
            output = subprocess.check_output(["stationlink", station, f'bundle "{folder}" {files}'], text=True)
        except subprocess.CalledProcessError as error:
            print("no bundle:", error.returncode)
            return None
        size += int(output)
    return size
