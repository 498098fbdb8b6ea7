import os

ALLOWED = {"png", "jpg", "jpeg", "gif"}


def save_badge(folder, club_id, filename, data):
    filename = os.path.basename(filename)
    if not any(part in ALLOWED for part in filename.lower().split(".")[1:]):
        raise ValueError("only pictures are allowed")
    name = f"{club_id}-{filename}"
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data)
    return name


def badges_of(folder, club_id):
    badges = []
    for name in os.listdir(folder):
        if name.split("-")[0] == str(club_id):
            badges.append(name)
    badges.sort()
    return badges
