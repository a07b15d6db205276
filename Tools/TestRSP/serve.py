#!/usr/bin/python3
"""A test SM-DP+ and SM-DS on this machine, under the project's own test CI.

    Tools/TestRSP/serve.py [--port N] [--scenario FILE] [--log FILE]

Prints where it listens, one line each, and serves until SIGTERM or SIGINT:

    listening on 127.0.0.1:PORT    the SM-DP+
    discovery on 127.0.0.1:PORT    the SM-DS
    control on 127.0.0.1:PORT      plain HTTP, for tests
"""

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from control import Control  # noqa: E402
from stage import Journal, Stage  # noqa: E402
from web import Listener  # noqa: E402


def parsed_arguments():
    parser = argparse.ArgumentParser(description="a test SM-DP+ and SM-DS on this machine")
    parser.add_argument("--port", type=int, default=0, help="of the SM-DP+; any free one if 0")
    parser.add_argument("--discovery-port", type=int, default=0, help="of the SM-DS")
    parser.add_argument("--control-port", type=int, default=0)
    parser.add_argument("--scenario", type=Path, help="JSON with orders, events, faults")
    parser.add_argument("--log", type=Path, help="a file for what happens, as lines of JSON")
    parser.add_argument(
        "--address", action="append", default=[], help="another name that the servers go by")
    return parser.parse_args()


def main():
    arguments = parsed_arguments()
    stage = Stage(Journal(arguments.log))
    listeners = {
        "dp": Listener(arguments.port, stage, "dp"),
        "ds": Listener(arguments.discovery_port, stage, "ds")}
    stage.open({
        kind: [
            f"{host}:{listener.port}" if host in ("localhost", "127.0.0.1") else host
            for host in [*arguments.address, "localhost", "127.0.0.1"]
        ] + ["localhost", "127.0.0.1"]
        for kind, listener in listeners.items()})
    if arguments.scenario:
        try:
            stage.play(json.loads(arguments.scenario.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            sys.exit(f"{arguments.scenario}: {error}")
    control = Control(arguments.control_port, stage)

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    for server in (*listeners.values(), control):
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    for word, server in (
            ("listening", listeners["dp"]), ("discovery", listeners["ds"]), ("control", control)):
        print(f"{word} on 127.0.0.1:{server.server_address[1]}", flush=True)
    stop.wait()


if __name__ == "__main__":
    main()
