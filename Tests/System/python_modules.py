"""What a system test needs beside Python's own library."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def skip(reason):
    """Ends a test that this machine can't host."""
    print(f"skipped: {reason}", file=sys.stderr)
    sys.exit(77)


def run_with(name, packages, modules, imports):
    """Goes on with a Python that has the modules, in `.build/NAME`; as root it installs what is missing."""
    ready = f"CARDINFO_{name.upper()}_READY"
    if os.environ.get(ready):
        return
    if os.geteuid() == 0 and subprocess.run(
            [ROOT / "Tests/System/install-packages", *packages]).returncode:
        skip("the packages can't be installed: " + " ".join(packages))
    environment = ROOT / ".build" / name
    python = environment / "bin/python"
    if not python.exists() or subprocess.run(
            [python, "-c", "import " + ", ".join(imports)], stderr=subprocess.DEVNULL).returncode:
        made = subprocess.run([sys.executable, "-m", "venv", environment])
        if made.returncode or subprocess.run(
                [python, "-m", "pip", "install", "-q", *modules]).returncode:
            skip("the modules can't be installed: " + " ".join(modules))
    os.environ[ready] = "1"
    os.execv(python, [python, *sys.argv])
