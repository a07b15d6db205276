#!/usr/bin/python3
"""Has real receivers take what `cardinfo notify` sends: HTTP servers of this test, with TLS and without, sendmail's
place taken by a script, and Python's apprise behind the form of its API.

    CARDINFO=.build/debug/cardinfo Tests/System/notify_test.py

As root it installs what is missing; exits with 77 and a reason where this can't be hosted.
"""

import email
import email.policy
import http.server
import json
import os
import ssl
import stat
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import python_modules

ROOT = Path(__file__).resolve().parents[2]
CARDINFO = os.environ.get("CARDINFO", str(ROOT / ".build/debug/cardinfo"))
AT = str(ROOT / "Tests/System/at")
PACKAGES = ["faketime", "python3-venv", "libcurl4", "openssl"]
MODULES = ["apprise==1.9.4"]
ICCID = "8944110123456789013"
NUMBER = "+44 7700 900123"
SECRET = "s3cr3t-t0ken"
PLANTED = [ICCID, "900123", SECRET]


def prepare():
    if not os.access(CARDINFO, os.X_OK):
        sys.exit(f"{CARDINFO} is not built")
    python_modules.run_with("notify", PACKAGES, MODULES, ["apprise"])


class Receiver(http.server.ThreadingHTTPServer):
    """Keeps what it gets, and answers as the services say that they do."""

    def __init__(self, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.got = []
        self.answer = (200, "application/json", b'{"code":200,"ok":true,"errcode":0}')
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), body))
        status, kind, answer = self.server.answer
        if b'"desp"' in body:
            answer = b'{"code":0}'
        if self.path.startswith("/notify/apprise"):
            status = 200 if relay(json.loads(body), self.server.port) else 424
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def relay(message, port):
    """What apprise's API does with a message: a notification by Python's apprise, to this test again."""
    import apprise
    relay = apprise.Apprise()
    relay.add(f"json://127.0.0.1:{port}/relayed")
    return relay.notify(title=message["title"], body=message["body"], notify_type=message["type"])


class NotifyTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)
        self.config = self.scratch / "config/cardinfo"
        self.config.mkdir(parents=True)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.server_close)
        self.addCleanup(self.receiver.shutdown)
        self.printed = ""
        self.write("secret", SECRET + "\n")
        self.run_at("2026-11-01", "line", "add", "--name", f"home {NUMBER} 家", "--iccid", ICCID,
                    "--number", NUMBER, "--expires", "2026-12-01")
        self.printed = ""

    def write(self, name, text, mode=0o600):
        (self.config / name).write_text(text)
        (self.config / name).chmod(mode)

    def channels(self, *channels, **more):
        self.write("notify.json", json.dumps({"channels": list(channels), **more}))

    def run_at(self, day, *arguments, status=0, time="12:00:00"):
        environment = {**os.environ, "XDG_DATA_HOME": f"{self.scratch}/data", "LC_ALL": "C",
                       "XDG_CONFIG_HOME": f"{self.scratch}/config", "TZ": "Europe/London",
                       "http_proxy": "http://127.0.0.1:9", "https_proxy": ""}
        run = subprocess.run([AT, f"@{day}T{time}", CARDINFO, *arguments],
                             env=environment, capture_output=True, text=True)
        self.printed += run.stdout + run.stderr
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return run.stdout

    def hold_nothing(self, *texts, but=()):
        for text in (self.printed, *texts):
            for planted in PLANTED:
                if planted not in but:
                    self.assertNotIn(planted, text)

    def test_every_service_gets_its_form(self):
        server = f"http://127.0.0.1:{self.receiver.port}"
        secret = {"file": "secret"}
        self.channels(
            {"name": "a", "kind": "ntfy", "server": server, "topic": "sims", "token": secret},
            {"name": "b", "kind": "bark", "server": server + "/", "key": secret},
            {"name": "c", "kind": "serverChan", "server": server, "key": secret},
            {"name": "d", "kind": "telegram", "server": server, "token": secret, "chat": "17"},
            {"name": "e", "kind": "gotify", "server": server, "token": secret},
            {"name": "f", "kind": "dingTalk", "server": server, "token": secret, "secret": secret},
            {"name": "g", "kind": "weCom", "server": server, "key": secret},
            {"name": "h", "kind": "webhook", "url": server + "/hook"},
            {"name": "i", "kind": "webhook", "url": server + "/own", "headers": {"X-Key": secret},
             "body": {"say": "{title}|{text}", "n": "{count}", "none": "{nothing}"}},
            {"name": "j", "kind": "apprise", "url": server + "/notify/apprise"})
        self.run_at("2026-11-24", "notify")
        got = self.receiver.got
        relayed = [json.loads(body) for path, _, body in got if path == "/relayed"]
        self.assertEqual(len(relayed), 1, "apprise sent it on")
        self.assertIn("2026-12-01", relayed[0]["message"])
        got = [entry for entry in got if entry[0] != "/relayed"]
        self.assertEqual(len(got), 10)
        paths = [path for path, _, _ in got]
        self.assertEqual(paths[:5], ["/", "/push", f"/{SECRET}.send", f"/bot{SECRET}/sendMessage", "/message"])
        self.assertTrue(paths[5].startswith(f"/robot/send?access_token={SECRET}&timestamp="))
        self.assertEqual(paths[6:], [f"/cgi-bin/webhook/send?key={SECRET}", "/hook", "/own", "/notify/apprise"])
        bodies = [json.loads(body) for _, _, body in got]
        text = "home … 家: renew it by 2026-12-01, 7 days left"
        self.assertEqual(bodies[0], {"topic": "sims", "title": "home … 家: renew it", "message": text, "priority": 3})
        self.assertEqual(got[0][1]["Authorization"], f"Bearer {SECRET}")
        self.assertEqual(bodies[1]["device_key"], SECRET)
        self.assertEqual(bodies[2]["desp"], text)
        self.assertEqual(bodies[3]["chat_id"], "17")
        self.assertEqual(got[4][1]["X-Gotify-Key"], SECRET)
        self.assertEqual(bodies[5]["msgtype"], "text")
        self.assertEqual(bodies[7]["schema"], "cardinfo.notice")
        self.assertEqual([notice["threshold"] for notice in bodies[7]["notices"]], [7])
        self.assertEqual(bodies[8], {"say": f"home … 家: renew it|{text}", "n": 1})
        self.assertEqual(got[8][1]["X-Key"], SECRET)
        self.hold_nothing(*(body.decode() for _, _, body in got), but=[SECRET])
        self.hold_nothing()
        self.run_at("2026-11-24", "notify")
        self.assertEqual(len(self.receiver.got), 11, "nothing comes twice")

    def test_identifiers_go_where_the_configuration_says(self):
        server = f"http://127.0.0.1:{self.receiver.port}"
        self.channels({"name": "own", "kind": "webhook", "url": server, "identifiers": True})
        self.run_at("2026-11-24", "notify")
        notice = json.loads(self.receiver.got[0][2])["notices"][0]
        self.assertEqual((notice["iccid"], notice["numbers"]), (ICCID, [NUMBER]))

    def test_tls_is_verified(self):
        key, certificate = self.scratch / "key.pem", self.scratch / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "3650", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        receiver = Receiver(context)
        self.addCleanup(receiver.server_close)
        self.addCleanup(receiver.shutdown)
        channel = {"name": "tls", "kind": "webhook", "url": f"https://localhost:{receiver.port}/{SECRET}"}
        self.channels(channel)
        self.run_at("2027-01-01", "notify", "test", status=1)
        self.assertIn("certificate", self.printed)
        self.assertEqual(receiver.got, [])
        self.channels({**channel, "ca": str(certificate)})
        self.run_at("2027-01-01", "notify", "test")
        self.assertEqual([path for path, _, _ in receiver.got], [f"/{SECRET}"])
        self.hold_nothing()

    def test_without_tls_only_this_machine_is_called(self):
        self.channels({"name": "far", "kind": "webhook", "url": f"http://far.example/{SECRET}"})
        self.run_at("2026-11-24", "notify", status=65)
        self.channels({"name": "far", "kind": "webhook", "url": f"http://user:{SECRET}@127.0.0.1/"})
        self.run_at("2026-11-25", "notify", status=65)
        self.hold_nothing()

    def test_a_service_that_fails_gets_it_later(self):
        server = f"http://127.0.0.1:{self.receiver.port}"
        self.channels({"name": "phone", "kind": "bark", "server": server, "key": {"environment": "NO_SUCH_KEY"}})
        self.run_at("2026-11-24", "notify", status=65)
        self.channels({"name": "phone", "kind": "bark", "server": server, "key": {"file": "secret"}})
        self.run_at("2026-11-24", "notify", time="12:04:00")
        self.assertEqual(self.receiver.got, [], "it rests")
        for answer in ((500, "application/json", b"{}"), (200, "application/json", b'{"code":400}'),
                       (200, "text/html", b"<p>log in</p>"), (302, "text/plain", b"")):
            self.receiver.answer = answer
            day = 24 + len(self.receiver.got)
            self.run_at(f"2026-11-{day}", "notify", status=1, time="23:00:00")
        self.receiver.answer = (200, "application/json", b'{"code":200}')
        self.run_at("2026-11-28", "notify", time="23:30:00")
        self.assertEqual(len(self.receiver.got), 5)
        self.hold_nothing()

    def test_a_killed_run_sends_again_and_never_nothing(self):
        log = self.scratch / "log"
        # The program's parent is the run: it dies between sending and noting.
        self.channels({"name": "own", "kind": "exec", "command": f"cat >> {log}; [ -e {log}.done ] || "
                       f"{{ touch {log}.done; kill -9 $PPID; }}"})
        # faketime says so of its child.
        self.run_at("2026-11-24", "notify", status=1)
        self.assertIn("Killed", self.printed)
        self.run_at("2026-11-24", "notify")
        self.run_at("2026-11-24", "notify")
        notices = [json.loads(line)["notices"][0] for line in log.read_text().splitlines()]
        self.assertEqual([notice.get("mayBeRepeated", False) for notice in notices], [False, True])
        self.assertEqual(len({notice["id"] for notice in notices}), 1)
        self.hold_nothing(log.read_text())

    def test_one_run_at_a_time(self):
        log = self.scratch / "log"
        self.channels({"name": "own", "kind": "exec", "command": f"cat > {log}; sleep 3"})
        first = threading.Thread(target=self.run_at, args=("2026-11-24", "notify"))
        first.start()
        while not log.exists():
            pass
        self.run_at("2026-11-24", "notify", status=75)
        first.join()

    def test_mail_is_mail(self):
        mail, script = self.scratch / "mail", self.scratch / "sendmail"
        script.write_text(f'#!/bin/sh\necho "$@" > {mail}.arguments\ncat > {mail}\n')
        script.chmod(0o755)
        self.channels({"name": "mail", "kind": "mail", "to": ["me@example.org"], "sendmail": str(script)})
        self.run_at("2026-11-24", "notify")
        message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
        self.assertEqual((message["To"], message["Subject"]), ("me@example.org", "home … 家: renew it"))
        self.assertIn("7 days left", message.get_content())
        self.assertEqual(Path(f"{mail}.arguments").read_text().split(), ["-i", "-t"])
        self.channels({"name": "mail", "kind": "mail", "to": ["me@example.org\nBcc: x@y"], "sendmail": str(script)})
        self.run_at("2026-11-24", "notify", "test", status=65)
        self.hold_nothing(message.as_string())

    def test_what_others_can_read_is_refused(self):
        server = f"http://127.0.0.1:{self.receiver.port}"
        self.channels({"name": "a", "kind": "gotify", "server": server, "token": {"file": "secret"}})
        self.write("secret", SECRET, 0o640)
        self.run_at("2026-11-24", "notify", status=77)
        self.write("secret", SECRET)
        (self.config / "notify.json").chmod(stat.S_IRUSR | stat.S_IROTH)
        self.run_at("2026-11-25", "notify", status=77)
        self.channels({"name": "a", "kind": "gotify", "server": server, "token": SECRET})
        self.run_at("2026-11-25", "notify", status=65)
        self.write("notify.json", f'{{"channels": "{SECRET}"')
        self.run_at("2026-11-25", "notify", status=65)
        self.assertEqual(self.receiver.got, [])
        self.hold_nothing()

    def test_quiet_hours_and_the_digest(self):
        server = f"http://127.0.0.1:{self.receiver.port}"
        self.channels({"name": "a", "kind": "webhook", "url": server},
                      quietHours={"from": "22:00", "to": "08:00"}, digest="daily")
        self.run_at("2026-11-24", "notify", time="07:59:00")
        self.assertEqual(self.receiver.got, [])
        self.run_at("2026-11-24", "notify", time="08:00:00")
        self.run_at("2026-11-24", "line", "add", "--name", "second", "--expires", "2026-12-01")
        self.run_at("2026-11-24", "notify", time="21:00:00")
        self.assertEqual(len(self.receiver.got), 1)
        self.run_at("2026-11-25", "notify", time="08:00:00")
        self.assertEqual(len(self.receiver.got), 2)
        self.hold_nothing(*(body.decode() for _, _, body in self.receiver.got))


if __name__ == "__main__":
    prepare()
    unittest.main()
