import os


def save_badge(folder, club_id, filename, data):
    name = f"{club_id}_{filename}"
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data)
    return name


def badges_of(folder, club_id):
    prefix = f"{club_id}_"
    return sorted(n for n in os.listdir(folder) if n.startswith(prefix))
