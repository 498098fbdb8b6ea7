from harness import box, solution
from probes import files


def stored(folder, club_id, filename, data):
    box.mkdir(folder)
    name = solution.save_badge(box.path(folder), club_id, filename, data)
    assert isinstance(name, str)
    assert box.names(folder) == [name]
    assert box.read(f"{folder}/{name}") == data
    return name


def test_a_png():
    assert stored("png", 12, "badge.png", files.png()).lower().endswith(".png")


def test_a_jpeg():
    assert stored("jpg", 12, "photo.jpg", files.jpeg()).lower().endswith(".jpg")
    assert stored("jpeg", 12, "photo.jpeg", files.jpeg()).lower().endswith(".jpeg")


def test_a_gif():
    assert stored("gif", 3, "knight.gif", files.gif()).lower().endswith(".gif")


def test_an_ending_in_upper_case():
    assert stored("upper", 3, "KNIGHT.PNG", files.png()).lower().endswith(".png")
    assert stored("mixed", 3, "Knight.JpG", files.jpeg()).lower().endswith(".jpg")


def test_a_name_with_spaces_and_dots():
    assert stored("dots", 40, "badge v2.1 final.png", files.png()).lower().endswith(".png")
    assert stored("site", 40, "www.club.html export.gif", files.gif()).lower().endswith(".gif")


def test_clubs_do_not_overwrite_each_other():
    box.mkdir("league")
    pictures = {club_id: files.png(width=club_id) for club_id in (1, 2, 11, 21)}
    names = {club_id: solution.save_badge("league", club_id, "badge.png", data) for club_id, data in pictures.items()}
    assert len(set(names.values())) == len(pictures)
    for club_id, name in names.items():
        assert box.read(f"league/{name}") == pictures[club_id]


def test_badges_of_a_club():
    box.mkdir("found")
    for club_id in (4, 41, 14):
        name = solution.save_badge("found", club_id, "badge.png", files.png(width=club_id))
        assert solution.badges_of("found", club_id) == [name]
    assert solution.badges_of("found", 1) == []
    name = solution.save_badge("found", 4, "new badge.gif", files.gif())
    badges = solution.badges_of("found", 4)
    assert name in badges
    assert badges == sorted(set(badges) & set(box.names("found")))


def test_badges_of_an_earlier_run():
    box.mkdir("earlier")
    name = solution.save_badge("earlier", 9, "badge.jpg", files.jpeg())
    solution.reload()
    assert solution.badges_of(box.path("earlier"), 9) == [name]


def test_a_second_badge_of_a_club():
    box.mkdir("again")
    solution.save_badge("again", 5, "badge.png", files.png(width=1))
    name = solution.save_badge("again", 5, "badge.png", files.png(width=2))
    assert box.read(f"again/{name}") == files.png(width=2)
