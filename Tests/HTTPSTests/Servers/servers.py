#!/usr/bin/python3
"""TLS servers on this machine, each with a fault of its own. One argument: a directory for certificates
and, for each server that gets a request, a file of its name. Prints one line: {"server": port, ...}."""

import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import threading
import time

directory = pathlib.Path(sys.argv[1])


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, cwd=directory, capture_output=True)


def authority(name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN={name}", "-days", "30",
            "-addext", "basicConstraints=critical,CA:TRUE")


def certificate(name, host, by, dates=("-days", "30")):
    """A certificate of `host`, signed by the authority `by`; by itself where that is None."""
    (directory / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\n")
    if by is None:
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN={host}",
                "-days", "30", "-addext", f"subjectAltName=DNS:{host}")
        return
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
    if dates[0] == "-days":
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{by}.pem", "-CAkey", f"{by}.key",
                "-CAcreateserial", "-extfile", f"{name}.ext", "-out", f"{name}.pem", *dates)
    else:
        (directory / "index.txt").write_text("")
        (directory / "ca.cnf").write_text(
            "[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\n"
            "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n")
        openssl("ca", "-batch", "-config", "ca.cnf", "-in", f"{name}.csr", "-cert", f"{by}.pem",
                "-keyfile", f"{by}.key", "-extfile", f"{name}.ext", "-out", f"{name}.pem",
                "-notext", *dates)
    with open(directory / f"{name}.pem", "a") as chain:
        chain.write((directory / f"{by}.pem").read_text())


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        name = self.server.name
        (directory / f"{name}.request").touch()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if name == "slow":
            time.sleep(5)
        if name == "portal":
            return self.answer(200, b"<html>Log in</html>", "text/html; charset=utf-8")
        if name == "redirect":
            return self.answer(302, b"", "text/plain", {"Location": "https://login.example.com/x"})
        if name == "large":
            return self.answer(200, b"x" * 70000, "application/json")
        if name == "error":
            return self.answer(500, b"{}", "application/json")
        if name == "empty":
            return self.answer(204, b"", None)
        if name == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
            return None
        headers = {k.lower(): v for k, v in self.headers.items()}
        echo = {"path": self.path, "body": body.decode(), "headers": headers}
        return self.answer(200, json.dumps(echo).encode(), "application/json")

    def answer(self, status, body, kind, headers={}):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        if kind:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(name, chain, key, old=False):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.name = name
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if old:
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(directory / chain, directory / key)
    # In the thread of each connection: a client that refuses must not stop the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *arguments: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


authority("root")
authority("stranger")
certificate("good", "localhost", "root")
certificate("self", "localhost", None)
certificate("other", "elsewhere.example", "root")
certificate("unknown", "localhost", "stranger")
certificate("expired", "localhost", "root",
            ("-startdate", "20200101000000Z", "-enddate", "20200201000000Z"))
certificate("early", "localhost", "root",
            ("-startdate", "20990101000000Z", "-enddate", "20990201000000Z"))

ports = {name: serve(name, "good.pem", "good.key")
         for name in ["good", "slow", "portal", "redirect", "large", "error", "empty", "cut"]}
for name in ["self", "other", "unknown", "expired", "early"]:
    ports[name] = serve(name, f"{name}.pem", f"{name}.key")
ports["old"] = serve("old", "good.pem", "good.key", old=True)
print(json.dumps(ports), flush=True)
sys.stdin.read()
