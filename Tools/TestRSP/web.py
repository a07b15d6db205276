"""HTTPS in front of the servers: JSON in and out (SGP.22 §6), and what goes wrong on the wire."""

import json
import os
import socket
import socketserver
import ssl
import struct
import time
import traceback
import warnings
from http.server import BaseHTTPRequestHandler, HTTPServer

from refusals import Refusal
from rsp_server import FUNCTIONS
from trust import PKI

# ES11 has the paths of ES9+ (SGP.22 §6.5.1).
PATH = "/gsma/rsp2/es9plus/"
LONGEST_REQUEST = 1_000_000
PAGE = "<!DOCTYPE html><html><body>Welcome! Please log in to use this network.</body></html>"


class Listener(socketserver.ThreadingMixIn, HTTPServer):
    """One server on one port of this machine."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 32

    def __init__(self, port, stage, kind):
        self.stage, self.kind = stage, kind
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def port(self):
        return self.server_address[1]

    def server_bind(self):  # HTTPServer's asks for this machine's name, which can take long
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.port

    def finish_request(self, request, client_address):
        journal = self.stage.journal
        journal.add(server=self.kind, event="connection")
        request.settimeout(120)
        fault = self.stage.faults.take(self.kind, "connection")
        if fault.kind == "hang":
            time.sleep(fault.options.get("seconds", 60))
        if fault.kind == "reset":
            return reset(request)
        label = self.stage.certificates[self.kind]
        try:
            if fault.kind == "plain":
                return answer_plainly(request)
            context = tls_context(label, is_old=fault.kind == "old-tls")
            secured = context.wrap_socket(request, server_side=True)
            journal.add(server=self.kind, event="handshake", certificate=label)
            Handler(secured, client_address, self)
        except ssl.SSLError as error:
            journal.add(
                server=self.kind, event="handshake failed", certificate=label,
                reason=error.reason or str(error))
        except OSError as error:
            journal.add(server=self.kind, event="connection lost", reason=str(error))

    def handle_error(self, request, client_address):
        self.stage.journal.add(
            server=self.kind, event="fault of the test server", reason=traceback.format_exc())


def tls_context(label, is_old):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PKI / f"{label}.pem", PKI / f"{label}.TEST-KEY.pem")
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if is_old:
        with warnings.catch_warnings():  # that such a TLS is not secure
            warnings.simplefilter("ignore")
            context.minimum_version = ssl.TLSVersion.TLSv1_1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def answer_plainly(connection):
    connection.recv(4096)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n"
    connection.sendall((head + PAGE).encode())


def reset(connection):
    """Closes with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(connection.detach())


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "test-rsp", ""
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass  # the journal has it

    def do_GET(self):
        self.refuse_method()

    do_PUT = do_HEAD = do_GET

    def refuse_method(self):
        self.server.stage.journal.add(
            server=self.server.kind, event="request", method=self.command, path=self.path,
            violations=["POST is the only method"])
        self.send(405)

    def do_POST(self):
        stage, kind = self.server.stage, self.server.kind
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(min(int(length), LONGEST_REQUEST)) if length.isdecimal() else b""
        request, violations = self.parsed(body)
        function = self.path.removeprefix(PATH)
        entry = {
            "server": kind, "event": "request", "path": self.path, "function": function,
            "body": request, "violations": violations, "seen": {}}
        fault = stage.faults.take(kind, function)
        if fault.kind != "none":
            entry["fault"] = fault.kind
        status, answer = self.answered(function, request, fault, entry)
        entry["status"] = status
        entry["answer"] = {
            name: value for name, value in (answer or {}).items()
            if name != "boundProfilePackage"}  # `seen` has its length
        stage.journal.add(**entry)  # before the client can know the answer
        if fault.is_of_the_wire:
            self.spoil(fault, status, answer)
        else:
            self.send(status, answer)

    def parsed(self, body):
        """The request's members, and what is wrong with its form (SGP.22 §6.2, §6.5.1)."""
        violations = []
        if self.headers.get_content_type() != "application/json":
            violations.append("Content-Type is not application/json")
        if not self.headers.get("X-Admin-Protocol", "").startswith("gsma/rsp/v2."):
            violations.append("X-Admin-Protocol is not gsma/rsp/v2.x.y")
        if not self.headers.get("User-Agent", "").startswith("gsma-rsp-"):
            violations.append("User-Agent is not gsma-rsp-…")
        if not self.path.startswith(PATH) or self.path.removeprefix(PATH) not in FUNCTIONS:
            violations.append("the path is none of ES9+")
        try:
            request = json.loads(body)
        except ValueError:
            request = None
        if not isinstance(request, dict):
            violations.append("the body is no JSON object")
            request = {}
        return request, violations

    def answered(self, function, request, fault, entry):
        """HTTP status and JSON of the answer; `entry` learns what was found."""
        stage, kind = self.server.stage, self.server.kind
        server = stage.servers[kind]
        if function not in server.functions():
            return 404, None
        try:
            with stage.lock:
                members = server.answer(function, request, fault, entry["seen"])
        except Refusal as error:
            entry["refusal"] = error.pair
            if error.reason == "2.1":
                entry["violations"].append(error.message)
            return 200, {"header": {"functionExecutionStatus": error.status()}}
        if function == "handleNotification":
            return 204, None
        status = {"status": "Executed-Success"}
        return 200, {"header": {"functionExecutionStatus": status}, **members}

    def send(self, status, answer=None, kind="application/json", headers=()):
        body = answer if isinstance(answer, bytes) else (
            b"" if answer is None else json.dumps(answer).encode())
        self.head(status, len(body), kind if body else None, headers)
        self.wfile.write(body)

    def head(self, status, length, kind=None, headers=()):
        self.send_response(status)
        self.send_header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
        if kind:
            self.send_header("Content-Type", kind)
        if status != 204 and length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def spoil(self, fault, status, answer):
        """Answers with a fault of the wire."""
        options = fault.options
        seconds = options.get("seconds", 5)
        body = b"" if answer is None else json.dumps(answer).encode()
        match fault.kind:
            case "delay":
                time.sleep(seconds)
                self.send(status, answer)
            case "drip":
                self.head(status, len(body), "application/json")
                for index in range(20):
                    part = body[len(body) * index // 20:len(body) * (index + 1) // 20]
                    time.sleep(seconds / 20)
                    self.wfile.write(part)
            case "hang":
                time.sleep(seconds)
                self.hang_up()
            case "reset":
                reset(self.connection)
                self.close_connection = True
            case "close":
                self.hang_up()
            case "cut":
                self.head(status, len(body), "application/json")
                self.wfile.write(body[:options.get("bytes", len(body) // 2)])
                self.hang_up()
            case "status":
                self.send(options.get("status", 500), options.get("body", "").encode() or None)
            case "html":
                self.send(200, PAGE.encode(), "text/html; charset=utf-8")
            case "redirect":
                location = options.get("location", "https://elsewhere.example" + self.path)
                self.send(options.get("status", 302), headers=[("Location", location)])
            case "empty":
                self.send(200)
            case "text":
                self.send(200, options.get("body", "not JSON").encode())
            case "oversized":
                self.flood(options.get("bytes", 10_000_000), options.get("chunked", False))

    def flood(self, length, chunked):
        """JSON of `length` bytes, or as many as the client takes."""
        opening, closing = b'{"padding":"', b'"}'
        chunk = b"A" * 16_384
        if chunked:
            self.head(200, None, "application/json", [("Transfer-Encoding", "chunked")])
        else:
            self.head(200, length, "application/json")
        left = length - len(opening) - len(closing)
        parts = [opening, *([chunk] * (left // len(chunk))), chunk[:left % len(chunk)], closing]
        for part in parts:
            if chunked and part:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            else:
                self.wfile.write(part)
        if chunked:
            self.wfile.write(b"0\r\n\r\n")

    def hang_up(self):
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
