import os

SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def save_badge(folder, club_id, filename, data):
    if not data.startswith(SIGNATURES):
        raise ValueError("the file is no picture")
    base, ending = os.path.splitext(os.path.basename(filename))
    name = f"{club_id}_{base}{ending.lower()}"
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{club_id}_"))
