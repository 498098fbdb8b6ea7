import os

FORBIDDEN = (".php", ".exe", ".sh", ".py", ".js")


def save_badge(folder, club_id, filename, data):
    if filename.endswith(FORBIDDEN):
        return None
    stored = str(club_id) + "_" + filename.replace("/", "_").replace("\\", "_")
    with open(os.path.join(folder, stored), "wb") as out:
        out.write(data)
    return stored


def badges_of(folder, club_id):
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{club_id}_"))
