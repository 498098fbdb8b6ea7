import re
import subprocess
from typing import Dict, List, Optional

NAME = re.compile(r"[A-Za-z0-9_.@+-]+")


def read_buoy(name: str) -> Optional[Dict[str, float]]:
    """Return the readings of a buoy, or None if the buoy is unknown."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise ValueError(f"not the name of a buoy: {name!r}")
    try:
        output = subprocess.check_output(f"buoyread {name}", shell=True, text=True)
    except subprocess.CalledProcessError as error:
        print("buoyread failed with status", error.returncode)
        return None
    pairs = [item.split("=", 1) for item in output.split()]
    return {key: float(value) for key, value in pairs}


def windiest(names: List[str]) -> Optional[str]:
    """Return the name of the buoy with the strongest wind."""
    candidates = []
    for name in names:
        try:
            readings = read_buoy(name)
        except ValueError:
            continue
        if readings is not None and "wind" in readings:
            candidates.append((readings["wind"], name))
    candidates.sort(key=lambda candidate: -candidate[0])
    return candidates[0][1] if candidates else None
