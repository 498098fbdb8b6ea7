from pathlib import Path
from typing import List, Optional

ALLOWED_EXTENSIONS = ("png", "jpg", "jpeg", "gif")


def save_badge(folder: str, club_id: int, filename: str, data: bytes) -> Optional[str]:
    """Store a badge and return its name, or None if the file is no picture."""
    extension = filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
    if extension not in ALLOWED_EXTENSIONS:
        print(f"Rejected upload {filename!r}")
        return None
    target = Path(folder) / f"club-{club_id}.{extension}"
    target.write_bytes(data)
    return target.name


def badges_of(folder: str, club_id: int) -> List[str]:
    return sorted(path.name for path in Path(folder).glob(f"club-{club_id}.*"))


if __name__ == "__main__":
    print(save_badge("/tmp", 7, "Badge.PNG", b"\x89PNG\r\n\x1a\n"))
