import re
import subprocess


def escape(text):
    if "\n" in text or "\r" in text or text == "":
        raise ValueError(f"cannot send {text!r} to a station")
    return re.sub(r"([^A-Za-z0-9_./-])", r"\\\1", text)


def bundle_size(station, folder, names):
    if station.startswith("-"):
        raise ValueError("not a station")
    parts = ["bundle", escape(folder)]
    for name in names:
        parts.append(escape(name))
    try:
        output = subprocess.check_output(["stationlink", station, " ".join(parts)], stderr=subprocess.STDOUT)
    except subprocess.CalledProcessError:
        return None
    return int(output)


if __name__ == "__main__":
    print(escape("core (7).csv"))
