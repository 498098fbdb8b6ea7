import re
import subprocess


def escape(text):
    if "\n" in text or "\r" in text or text == "":
        raise ValueError(f"cannot send {text!r} to a station")
    return re.sub(r"([^A-Za-z0-9_./-])", r"\\\1", text)


def bundle_size(station, folder, names):
    if station.startswith("-"):
        raise ValueError("not a station")
    sizes = []
    escaped = [escape(name) for name in names]
    for i in range((len(names) + 9) // 10):
        parts = ["bundle", escape(folder)] + escaped[10 * i : 10 * i + 10]
        try:
            output = subprocess.check_output(["stationlink", station, " ".join(parts)], stderr=subprocess.STDOUT)
        except subprocess.CalledProcessError:
            return None
        sizes.append(int(output))
    return sum(sizes)


if __name__ == "__main__":
    print(escape("core (7).csv"))
