"""What SM-DP+ and SM-DS have in common: sessions, mutual authentication (SGP.22 §3.0.1)."""

import base64
import binascii
import os

import der
from faults import NO_FAULT
from package import spoilt
from refusals import Refusal, refusal
from trust import Signer, is_signed, key_identifier, load_certificate, verified_euicc

FUNCTIONS = (
    "initiateAuthentication", "authenticateClient", "getBoundProfilePackage",
    "handleNotification", "cancelSession")


class Session:
    """One transaction, from initiateAuthentication to its end."""

    def __init__(self, address, challenge, key_identifier):
        self.transaction = os.urandom(16)
        self.server_challenge = os.urandom(16)
        self.address, self.euicc_challenge = address, challenge
        self.key_identifier = key_identifier
        self.euicc = self.order = self.signed = None

    @property
    def name(self):
        return self.transaction.hex().upper()


def octets(request, member):
    """The decoded value of a member in base64."""
    try:
        return base64.b64decode(request[member], validate=True)
    except (KeyError, TypeError, binascii.Error, ValueError):
        raise refusal("malformed", f"{member} is missing or no base64") from None


def named_transaction(request):
    try:
        return bytes.fromhex(request["transactionId"])
    except (KeyError, TypeError, ValueError):
        return None


def encoded(data):
    return base64.b64encode(data).decode()


class RSPServer:
    """Answers functions: a dictionary in, a dictionary out, or a Refusal.

    `seen` of a call collects what the log is to tell of it.
    """

    kind, role = "", ""  # "dp", "dp-auth"

    def __init__(self, book, own_addresses, world):
        self.book, self.own_addresses = book, own_addresses
        self.sessions, self.last_answers = {}, {}
        self.use_world(world)

    def use_world(self, world):
        """The CI that this server lives under: "1" is the built-in cards', "2" another."""
        self.suffix = "" if world == "1" else f"-{world}"
        self.issuers = [load_certificate("ci" + self.suffix)]

    def signer(self, role, foreign=False):
        other = "" if self.suffix else "-2"
        return Signer(role + (other if foreign else self.suffix))

    def functions(self):
        return {
            "initiateAuthentication": self.initiate_authentication,
            "authenticateClient": self.authenticate_client,
        }

    def reason(self, name):
        """The refusal, which has a subject of its own on an SM-DS."""
        return refusal(name)

    def answer(self, function, request, fault=NO_FAULT, seen=None):
        """The answer to a function, spoilt as `fault` says. What is refused ends the session."""
        seen = {} if seen is None else seen
        try:
            return self._answer(function, request, fault, seen)
        except (Refusal, der.DERError) as error:
            if function in ("authenticateClient", "getBoundProfilePackage"):
                self.sessions.pop(named_transaction(request), None)
            if isinstance(error, der.DERError):
                raise refusal("malformed", str(error)) from error
            raise

    def _answer(self, function, request, fault, seen):
        if fault.kind == "refuse":
            options = fault.options
            raise Refusal(*map(options.get, ("subject", "reason", "message", "identifier")))
        members = self.functions()[function](request, fault, seen)
        if fault.kind == "replay":
            members = self.last_answers.get(function, members)
        else:
            self.last_answers[function] = members
        if fault.kind == "other-transaction":
            members = {**members, "transactionId": os.urandom(16).hex().upper()}
        if fault.kind == "drop":
            members = {
                name: value for name, value in members.items()
                if name != fault.options["member"]}
        return members

    def initiate_authentication(self, request, fault, seen):
        address = request.get("smdpAddress") or request.get("smdsAddress")
        seen["address"] = address
        if address not in self.own_addresses:
            raise self.reason("wrong-address")
        challenge = octets(request, "euiccChallenge")
        if len(challenge) != 16:
            raise refusal("malformed", "a challenge has 16 bytes")
        information = der.read(octets(request, "euiccInfo1"), 0xBF20)
        if information.require(0x82).value[:1] < b"\x02":
            raise self.reason("version")
        offered = [node.value for node in information.require(0xA9).children()]
        chosen = next(
            (ci for ci in map(key_identifier, self.issuers) if ci in offered), None)
        if chosen is None:
            raise self.reason("no-common-ci")
        if fault.kind == "other-ci":
            chosen = bytes(20)

        session = Session(address, challenge, chosen)
        self.sessions[session.transaction] = session
        role = "dp-pb" if fault.kind == "wrong-role" else self.role
        signer = self.signer(role, foreign=fault.kind == "foreign-certificate")
        signed_challenge = os.urandom(16) if fault.kind == "wrong-challenge" else challenge
        signed_address = "elsewhere.example" if fault.kind == "wrong-address" else address
        signed = der.tlv(
            0x30, der.tlv(0x80, session.transaction), der.tlv(0x81, signed_challenge),
            der.text(0x83, signed_address), der.tlv(0x84, session.server_challenge))
        signature = signer.sign(signed)
        if fault.kind == "wrong-signature":
            signature = spoilt(signature)
        seen["transaction"] = session.name
        return {
            "transactionId": session.name, "serverSigned1": encoded(signed),
            "serverSignature1": encoded(signature),
            "euiccCiPKIdToBeUsed": encoded(der.tlv(0x04, chosen)),
            "serverCertificate": encoded(signer.encoded)}

    def session(self, request, seen):
        """The session that the request names."""
        transaction = named_transaction(request)
        if transaction is None:
            raise refusal("malformed", "transactionId is missing or no hex")
        seen["transaction"] = transaction.hex().upper()
        session = self.sessions.get(transaction)
        if session is None:
            raise self.reason("unknown-session")
        return session

    def authenticated(self, request, seen):
        """The session whose eUICC has now proved who it is, its signature and its matching id."""
        session = self.session(request, seen)
        response = der.read(octets(request, "authenticateServerResponse"), 0xBF38)
        accepted = response.find(0xA0)
        if accepted is None:
            seen["cardError"] = response.require(0xA1).require(0x02).integer()
            raise self.reason("euicc-signature")
        signed, signature, euicc, eum = accepted.children()[:4]
        session.euicc = verified_euicc(euicc.raw, eum.raw, self.issuers)
        seen["eid"] = session.euicc.eid
        if not is_signed(session.euicc.public_key, signature, signed.raw):
            raise self.reason("euicc-signature")
        if (
            signed.require(0x80).value != session.transaction
            or signed.require(0x83).text() != session.address
            or signed.require(0x84).value != session.server_challenge
        ):
            raise self.reason("euicc-signature")
        context = signed.require(0xA0)
        device = context.require(0xA1)
        matching_id = context.find(0x80)
        imei = device.find(0x82)
        seen["matchingId"] = matching_id.text() if matching_id else None
        seen["tac"] = device.require(0x80).value.hex()
        seen["imei"] = imei.value.hex() if imei else None
        session.information = signed.require(0xBF22)
        session.signature1 = signature.raw
        return session, matching_id.text() if matching_id else ""

    def authenticate_client(self, request, fault, seen):
        raise NotImplementedError
