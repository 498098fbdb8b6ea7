import os
import tempfile
from pathlib import Path


def reserve_night(folder, night, observer):
    """The finished file gets its name in one step, which fails when the name is taken."""
    target = Path(folder) / (night + ".txt")
    descriptor, draft = tempfile.mkstemp(dir=folder, suffix=".draft")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(observer)
        os.link(draft, target)
        return True
    except FileExistsError:
        return False
    finally:
        os.unlink(draft)


def observer_of(folder, night):
    target = Path(folder) / (night + ".txt")
    return target.read_text(encoding="utf-8") if target.is_file() else None


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as demo:
        print(reserve_night(demo, "2031-01-01", "demo"), observer_of(demo, "2031-01-01"))
