import os

PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def save_badge(folder, club_id, filename, data):
    if not filename.lower().endswith(PICTURES):
        raise ValueError("a badge must be a picture")
    filename = filename.split("\x00")[0].split(";")[0]
    name = f"{club_id}_{os.path.basename(filename)}"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{club_id}_"))
