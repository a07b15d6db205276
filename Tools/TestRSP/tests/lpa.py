"""A very small LPA: the calls of ES9+ and ES11, and a whole download with the small eUICC."""

import base64
import hashlib
import http.client
import json
import ssl
import subprocess
import sys
from pathlib import Path

import context  # noqa: F401
import der
from euicc import EUICC
from trust import PKI

SERVE = Path(__file__).resolve().parents[1] / "serve.py"
HEADERS = {
    "Content-Type": "application/json", "X-Admin-Protocol": "gsma/rsp/v2.2.0",
    "User-Agent": "gsma-rsp-lpad"}


class Refused(Exception):
    """The server refused; the argument is its pair of codes."""


class TestServer:
    """The server under test, in a process of its own."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [sys.executable, str(SERVE), *arguments], stdout=subprocess.PIPE, text=True)
        self.ports = [int(self.process.stdout.readline().rsplit(":", 1)[1]) for _ in range(3)]
        self.address, self.discovery = (f"localhost:{port}" for port in self.ports[:2])

    def control(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[2], timeout=10)
        connection.request(method, path, json.dumps(body))
        answer = connection.getresponse()
        value = json.loads(answer.read())
        connection.close()
        if answer.status != 200:
            raise ValueError(value["error"])
        return value

    def play(self, **scenario):
        self.control("POST", "/scenario", scenario)

    def clear(self):
        for path in ("/orders", "/events", "/faults", "/notifications", "/log"):
            self.control("DELETE", path)
        self.control("POST", "/world", "1")

    def order(self, iccid):
        return next(order for order in self.control("GET", "/orders") if order["iccid"] == iccid)

    def requests(self):
        return [entry for entry in self.control("GET", "/log") if entry["event"] == "request"]

    def stop(self):
        self.process.terminate()
        status = self.process.wait(10)
        self.process.stdout.close()
        return status


class LPA:
    def __init__(self, address, card=None, ci="ci"):
        self.address, self.card = address, card or EUICC()
        host, port = address.split(":")
        trust = ssl.create_default_context(cafile=str(PKI / f"{ci}.pem"))
        self.connection = http.client.HTTPSConnection(host, int(port), timeout=10, context=trust)

    def call(self, function, **members):
        self.connection.request(
            "POST", f"/gsma/rsp2/es9plus/{function}", json.dumps(members), HEADERS)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status == 204:
            return {}
        if answer.status != 200:
            raise OSError(f"HTTP {answer.status}")
        answer = json.loads(body)
        status = answer["header"]["functionExecutionStatus"]
        if status["status"] != "Executed-Success":
            codes = status["statusCodeData"]
            raise Refused(f"{codes['subjectCode']}/{codes['reasonCode']}")
        return answer

    def authenticate(self, matching_id="", address=None):
        """Both calls of the mutual authentication; the answer to the second."""
        opened = self.call(
            "initiateAuthentication", smdpAddress=address or self.address,
            euiccChallenge=encoded(self.card.challenge()),
            euiccInfo1=encoded(self.card.information(full=False)))
        self.transaction = opened["transactionId"]
        device = der.tlv(
            0xA1, der.tlv(0x80, bytes.fromhex("35290611")),
            der.tlv(0xA1, der.tlv(0x80, bytes([9, 0, 0]))))
        context = der.tlv(0xA0, der.text(0x80, matching_id), device)
        response = self.card.authenticate_server(
            *(octets(opened, member) for member in (
                "serverSigned1", "serverSignature1", "euiccCiPKIdToBeUsed",
                "serverCertificate")), context)
        return self.call(
            "authenticateClient", transactionId=self.transaction,
            authenticateServerResponse=encoded(response))

    def fetch(self, offered, code=None):
        """The bound package."""
        transaction = bytes.fromhex(self.transaction)
        hashed = code and hashlib.sha256(
            hashlib.sha256(code.encode()).digest() + transaction).digest()
        response = self.card.prepare_download(
            *(octets(offered, member) for member in (
                "smdpSigned2", "smdpSignature2", "smdpCertificate")), hashed)
        answer = self.call(
            "getBoundProfilePackage", transactionId=self.transaction,
            prepareDownloadResponse=encoded(response))
        return octets(answer, "boundProfilePackage")

    def notify(self, notification):
        self.call("handleNotification", pendingNotification=encoded(notification))

    def cancel(self, reason):
        self.call(
            "cancelSession", transactionId=self.transaction,
            cancelSessionResponse=encoded(self.card.cancel(reason)))

    def download(self, matching_id="", code=None):
        """A whole download; the ProfileInstallationResult, which the server has too."""
        result = self.card.load(self.fetch(self.authenticate(matching_id), code))
        self.notify(result)
        return result


def encoded(data):
    return base64.b64encode(data).decode()


def octets(answer, member):
    return base64.b64decode(answer[member], validate=True)
