"""Copies the running CPython (interpreter, shared library, standard library) into a folder of its own.

    python3 Setup/copy_python.py TARGET

The copy is relocatable: CPython finds its standard library relative to the executable, and a wrapper is not needed
because the loader finds libpython through the executable's own folder (`LD_LIBRARY_PATH` inside the sandbox).
Left out are packages that the original has installed, and the parts that no solution can use (tests, Tk, IDLE).
"""

import os
import shutil
import site
import subprocess
import sys
import sysconfig
from pathlib import Path

#: A distribution's mark that its packages belong to its package manager (PEP 668): the copy is ours.
MARK = "EXTERNALLY-MANAGED"
LEFT_OUT = {MARK, "site-packages", "dist-packages", "test", "tests", "idlelib", "turtledemo", "tkinter", "__pycache__", "lib2to3"}


def main(target: Path) -> None:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = target / "lib" / version
    (target / "bin").mkdir(parents=True)
    source = Path(sysconfig.get_path("stdlib"))
    shutil.copytree(
        source,
        library,
        symlinks=False,
        ignore=lambda _, names: [name for name in names if name in LEFT_OUT or name.startswith("config-")],
    )
    (library / "site-packages").mkdir(exist_ok=True)
    if any("dist-packages" in folder for folder in site.getsitepackages()):
        # Debian's interpreter looks for packages here, and only here.
        (target / "lib" / "python3").mkdir()
        (target / "lib" / "python3" / "dist-packages").symlink_to(f"../{version}/site-packages")
    executable = target / "bin" / version
    shutil.copy2(os.path.realpath(sys.executable), executable)
    (target / "bin" / "python3").symlink_to(version)
    (target / "bin" / "python").symlink_to(version)
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        name = sysconfig.get_config_var("INSTSONAME")
        # An interpreter that was moved after it was built has the library beside it, and not where it was built for.
        folders = [Path(sys.base_prefix) / "lib", Path(sysconfig.get_config_var("LIBDIR"))]
        found = next((folder for folder in folders if (folder / name).exists()), None)
        if found and not str(found).startswith("/usr/lib"):
            shutil.copy2(found / name, target / "lib" / name)
    started = subprocess.run(
        [executable, "-c", "import sys, ssl, sqlite3, ctypes; print(sys.prefix)"],
        env={"LD_LIBRARY_PATH": str(target / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    if started.stdout.strip() != str(target.resolve()):
        sys.exit(f"copy_python: the copy of {sys.executable} does not run by itself: {started.stderr.strip() or started.stdout.strip()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
