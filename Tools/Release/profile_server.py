"""A test SM-DP+ on this machine that has a profile to download."""

import contextlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RSP = ROOT / "Tools/TestRSP"


@contextlib.contextmanager
def offering(size, folder):
    """Serves a profile of so many bytes; gives the command's arguments that download it."""
    scenario = folder / "scenario.json"
    order = {
        "iccid": "8900100000000000010", "matching_id": "BIG", "provider": "Test Mobile", "name": "Test",
        "size": size,
    }
    scenario.write_text(json.dumps({"orders": [order]}))
    # The system's Python has the modules that are installed for it.
    server = subprocess.Popen(
        ["/usr/bin/python3", RSP / "serve.py", "--scenario", scenario], stdout=subprocess.PIPE, text=True)
    try:
        port = re.search(r"(\d+)$", server.stdout.readline().strip())
        if not port:
            sys.exit("the test SM-DP+ does not start")
        yield ["profiles", "download", f"LPA:1$localhost:{port[1]}$BIG", "--ca", str(RSP / "pki/ci.pem"),
               "--yes", "--no-send"]
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()
