import subprocess

PER_CALL = 10


def _quote(word):
    """One word of a POSIX shell: nothing is special between single quotes
    but the single quote itself."""
    if "\0" in word:
        raise ValueError("NUL cannot be part of an argument")
    return "'" + word.replace("'", "'\\''") + "'"


def bundle_size(station, folder, names):
    quoted_folder = _quote(folder)
    quoted_names = [_quote(name) for name in names]

    total = 0
    while quoted_names:
        batch, quoted_names = quoted_names[:PER_CALL], quoted_names[PER_CALL:]
        command = " ".join(["bundle", quoted_folder, *batch])
        try:
            output = subprocess.check_output(
                ["stationlink", station, command], stdin=subprocess.DEVNULL, text=True
            )
        except subprocess.CalledProcessError:
            return None
        total += int(output)
    return total
