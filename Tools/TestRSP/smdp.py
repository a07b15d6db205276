"""The SM-DP+: orders become bound packages, and notifications tell what became of them (ES9+)."""

import der
from package import Binding, bound_package, metadata, other_profile, spoilt
from refusals import Refusal, refusal
from rsp_server import RSPServer, encoded, octets
from trust import is_signed, verified_euicc

OPERATIONS = {0: "install", 1: "enable", 2: "disable", 3: "delete"}


class SMDP(RSPServer):
    kind, role = "dp", "dp-auth"

    def __init__(self, book, own_addresses, world):
        super().__init__(book, own_addresses, world)
        self.bindings = {}  # by ICCID
        self.notifications = []
        self.keys = {}  # the eUICC that each transaction was with

    def functions(self):
        return {
            **super().functions(),
            "getBoundProfilePackage": self.get_bound_profile_package,
            "handleNotification": self.handle_notification,
            "cancelSession": self.cancel_session,
        }

    def authenticate_client(self, request, fault, seen):
        session, matching_id = self.authenticated(request, seen)
        order = self.book.order(matching_id, session.euicc.eid)
        order.admit(session.euicc.eid, free_memory(session.information))
        session.order = order
        self.keys[session.transaction] = session.euicc

        binding = self.bindings.get(order.iccid) if order.state == "downloaded" else None
        session.signed = der.tlv(
            0x30, der.tlv(0x80, session.transaction),
            der.tlv(0x01, b"\xff" if order.confirmation_code else b"\x00"),
            der.tlv(0x5F49, binding.euicc_point) if binding else b"")
        signer = self.signer("dp-pb", fault.kind in ("foreign-certificate", "other-oid"))
        session.signature2 = signer.sign(session.signed, session.signature1)
        if fault.kind == "wrong-signature":
            session.signature2 = spoilt(session.signature2)
        shown = other_profile(order) if fault.kind == "other-metadata" else order
        return {
            "transactionId": session.name,
            "profileMetadata": encoded(metadata(shown, self.own_addresses[0])),
            "smdpSigned2": encoded(session.signed),
            "smdpSignature2": encoded(session.signature2),
            "smdpCertificate": encoded(signer.encoded)}

    def get_bound_profile_package(self, request, fault, seen):
        session = self.session(request, seen)
        order = session.order
        if order is None:
            raise self.reason("unknown-session")
        response = der.read(octets(request, "prepareDownloadResponse"), 0xBF21)
        accepted = response.find(0xA0)
        if accepted is None:
            seen["cardError"] = response.require(0xA1).require(0x02).integer()
            raise refusal("euicc-signature")
        signed, signature = accepted.children()[:2]
        if not is_signed(session.euicc.public_key, signature, signed.raw, session.signature2):
            raise refusal("euicc-signature")
        if signed.require(0x80).value != session.transaction:
            raise refusal("unknown-session")
        hashed_code = signed.find(0x04)
        order.check(hashed_code and hashed_code.value, session.transaction)
        binding = self._bound(order, signed.require(0x5F49).value)
        package = bound_package(
            order, binding, session.euicc.eid, session.transaction, self.signer("dp-pb"),
            self.own_addresses[0], fault)
        order.downloaded(session.euicc.eid)
        seen["bytes"] = len(package)
        return {"transactionId": session.name, "boundProfilePackage": encoded(package)}

    def _bound(self, order, euicc_point):
        """The binding of before if the eUICC kept its one-time key, else a new one."""
        binding = self.bindings.get(order.iccid)
        if order.state == "downloaded" and binding and binding.euicc_point == euicc_point:
            return binding
        if order.state == "downloaded" and not order.rebinds:
            raise refusal("no-binding")
        self.bindings[order.iccid] = Binding(euicc_point)
        return self.bindings[order.iccid]

    def cancel_session(self, request, fault, seen):
        session = self.session(request, seen)
        response = der.read(octets(request, "cancelSessionResponse"), 0xBF41)
        accepted = response.find(0xA0)
        if accepted is None:
            seen["cardError"] = response.require(0x81).integer()
            raise refusal("euicc-signature")
        signed, signature = accepted.children()[:2]
        if session.euicc is None or not is_signed(
                session.euicc.public_key, signature, signed.raw):
            raise refusal("euicc-signature")
        if signed.require(0x80).value != session.transaction:
            raise refusal("unknown-session")
        if signed.require(0x81).oid() != self.signer(self.role).oid:
            raise refusal("wrong-oid")
        seen["cancelReason"] = signed.require(0x82).integer()
        self.sessions.pop(session.transaction)
        if session.order:
            session.order.cancelled(seen["cancelReason"])
        return {}

    def handle_notification(self, request, fault, seen):
        """Records the notification with what its signature is worth; it is never refused."""
        pending = der.read_all(octets(request, "pendingNotification"))
        if len(pending) != 1 or pending[0].tag not in (0xBF37, 0x30):
            raise der.DERError("expected BF37 or a signed notification")
        result = pending[0].tag == 0xBF37
        told = self._installation(pending[0]) if result else self._other(pending[0])
        seen["notification"] = told
        if told not in self.notifications:
            self.notifications.append(told)
        return {}

    def _installation(self, node):
        """ProfileInstallationResult (§2.5.6)."""
        data = node.require(0xBF27)
        transaction = data.require(0x80).value
        told = _metadata(data.require(0xBF2F))
        euicc = self.keys.get(transaction)
        told["transaction"] = transaction.hex().upper()
        told["isVerified"] = euicc is not None and is_signed(
            euicc.public_key, node.require(0x5F37), data.raw)
        told["eid"] = euicc and euicc.eid
        final = data.require(0xA2)
        failure = final.find(0xA1)
        if failure is None:
            told["isdpAid"] = final.require(0xA0).require(0x4F).value.hex().upper()
        else:
            told["command"] = failure.require(0x80).integer()
            told["error"] = failure.require(0x81).integer()
        order = self.book.holding(told["iccid"]) if told["iccid"] else None
        session = self.sessions.pop(transaction, None)
        order = session.order if session and session.order else order
        if order and told["isVerified"] and order.state == "downloaded":
            order.ended(told.get("error"))
        return told

    def _other(self, node):
        """OtherSignedNotification, which brings its certificates (§5.7.10)."""
        body, signature, euicc, eum = node.children()[:4]
        told = _metadata(body)
        try:
            signer = verified_euicc(euicc.raw, eum.raw, self.issuers)
            told["eid"] = signer.eid
            told["isVerified"] = is_signed(signer.public_key, signature, body.raw)
        except Refusal as error:
            told["eid"], told["isVerified"] = None, False
            told["why"] = error.message
        return told


def _metadata(node):
    """NotificationMetadata (BF2F) in words."""
    events = node.require(0x81).named_bits()
    iccid = node.find(0x5A)
    digits = "".join(f"{octet & 15:X}{octet >> 4:X}" for octet in iccid.value) if iccid else ""
    return {
        "number": node.require(0x80).integer(),
        "operation": "+".join(OPERATIONS.get(event, str(event)) for event in sorted(events)),
        "address": node.require(0x0C).text(),
        "iccid": digits.rstrip("F"),
    }


def free_memory(information):
    """Bytes of free non-volatile memory that EUICCInfo2 tells (TS 102 226 §8.2.1.7.2), or None."""
    try:
        resources = der.read_all(information.require(0x84).value)
    except der.DERError:
        return None
    return next(
        (int.from_bytes(node.value, "big") for node in resources if node.tag == 0x82), None)
