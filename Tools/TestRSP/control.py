"""A plain HTTP port for tests: what happened, and what is to happen next. All bodies are JSON."""

import functools
import json
import socketserver
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faults


class Control(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port, stage):
        self.stage = stage
        super().__init__(("127.0.0.1", port), Handler)

    def server_bind(self):  # HTTPServer's asks for this machine's name, which can take long
        socketserver.TCPServer.server_bind(self)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        stage = self.server.stage
        path, _, query = self.path.partition("?since=")
        views = {
            "/log": lambda: stage.journal.entries[int(query or 0):],
            "/orders": lambda: [order.described() for order in stage.book.orders],
            "/events": lambda: [vars(event) for event in stage.book.events],
            "/notifications": lambda: stage.servers["dp"].notifications,
            "/sessions": lambda: [
                {"transaction": session.name, "server": kind,
                 "eid": session.euicc.eid if session.euicc else None}
                for kind, server in stage.servers.items() for session in server.sessions.values()],
            "/faults": lambda: [fault.described() for fault in stage.faults.pending],
            "/kinds": lambda: {
                "connection": faults.BY_FUNCTION["connection"], "wire": faults.WIRE,
                "content": faults.CONTENT,
                **{name: kinds for name, kinds in faults.BY_FUNCTION.items()
                   if name != "connection"}},
        }
        self.respond(views.get(path))

    def do_POST(self):
        stage = self.server.stage
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        actions = {
            "/scenario": stage.play,
            "/orders": lambda members: stage.play({"orders": [members]}),
            "/events": lambda members: stage.play({"events": [members]}),
            "/faults": lambda members: stage.play({"faults": [members]}),
            "/certificates": lambda members: stage.play({"certificates": [members]}),
            "/world": stage.use_world,
        }
        folder, _, iccid = self.path[1:].partition("/")
        if folder == "orders" and iccid:
            actions[self.path] = functools.partial(stage.change_order, iccid)
        action = actions.get(self.path)
        self.respond(action and (lambda: action(json.loads(body))))

    def do_DELETE(self):
        stage = self.server.stage
        lists = {
            "/log": stage.journal.entries, "/orders": stage.book.orders,
            "/events": stage.book.events, "/faults": stage.faults.pending,
            "/notifications": stage.servers["dp"].notifications,
            "/sessions": stage.servers["dp"].sessions}
        found = lists.get(self.path)
        self.respond(None if found is None else found.clear)

    def respond(self, action):
        """The result of `action`, made while no call is under way; 404, or 400 with the reason."""
        status, result = 404, {"error": "nothing is here"}
        if action:
            try:
                with self.server.stage.lock:
                    status, result = 200, action()
            except (ValueError, TypeError, KeyError) as error:
                status, result = 400, {"error": str(error)}
        body = json.dumps(result).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
