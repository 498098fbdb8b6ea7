import os


def save_badge(folder, club_id, filename, data):
    name = f"{club_id}_{os.path.basename(filename)}"
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name
