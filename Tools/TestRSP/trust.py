"""Certificates: those a server shows, and how it judges an eUICC's (SGP.22 §4.5.2)."""

import os
from datetime import datetime, timezone
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature, encode_dss_signature)
from cryptography.x509.oid import NameOID

import der
from refusals import refusal

PKI = Path(os.environ.get("TEST_RSP_PKI", Path(__file__).resolve().parent / "pki"))
ROLE = "2.23.146.1.2.1."
EUICC_ROLE, EUM_ROLE = ROLE + "1", ROLE + "2"
SIGNATURE = 0x5F37


class Signer:
    """A certificate of ours with its key."""

    def __init__(self, label):
        self.certificate = load_certificate(label)
        key = (PKI / f"{label}.TEST-KEY.pem").read_bytes()
        self.key = serialization.load_pem_private_key(key, None)

    @property
    def encoded(self):
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def oid(self):
        """The registered ID of the server."""
        names = extension(self.certificate, x509.SubjectAlternativeName)
        return names.get_values_for_type(x509.RegisteredID)[0].dotted_string

    def sign(self, *signed):
        """The signature as its object, 5F37."""
        r, s = decode_dss_signature(self.key.sign(b"".join(signed), ec.ECDSA(hashes.SHA256())))
        return der.tlv(SIGNATURE, r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def load_certificate(label):
    return x509.load_pem_x509_certificate((PKI / f"{label}.pem").read_bytes())


def extension(certificate, kind):
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def key_identifier(certificate):
    return extension(certificate, x509.SubjectKeyIdentifier).digest


def is_signed(public_key, signature, *signed):
    """Whether `signature`, an object 5F37, is this key's for the concatenated parts."""
    if signature.tag != SIGNATURE or len(signature.value) != 64:
        return False
    r, s = (int.from_bytes(signature.value[i:i + 32], "big") for i in (0, 32))
    try:
        public_key.verify(
            encode_dss_signature(r, s), b"".join(signed), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


class EUICC:
    """An eUICC whose certificate was verified: its EID, 32 digits, and its public key."""

    def __init__(self, eid, public_key):
        self.eid, self.public_key = eid, public_key


def verified_euicc(euicc, eum, issuers):
    """The eUICC of the certificate `euicc`, DER, that `eum` and one of `issuers` vouch for."""
    eum_certificate = _loaded(eum, "eum-certificate")
    euicc_certificate = _loaded(euicc, "euicc-certificate")
    authority = extension(eum_certificate, x509.AuthorityKeyIdentifier)
    issuer = next(
        (ci for ci in issuers if authority and key_identifier(ci) == authority.key_identifier),
        None)
    if issuer is None:
        raise refusal("unknown-ci")
    _judge(eum_certificate, issuer, EUM_ROLE, "key_cert_sign", "eum")
    _judge(euicc_certificate, eum_certificate, EUICC_ROLE, "digital_signature", "euicc")
    constraints = extension(eum_certificate, x509.BasicConstraints)
    if not (constraints and constraints.ca and constraints.path_length == 0):
        raise refusal("eum-certificate")
    return EUICC(_permitted_eid(euicc_certificate, eum_certificate), euicc_certificate.public_key())


def _loaded(encoded, reason):
    try:
        certificate = x509.load_der_x509_certificate(encoded)
        certificate.extensions, certificate.subject
        key = certificate.public_key()
    except ValueError:
        raise refusal(reason) from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256r1":
        raise refusal(reason)
    return certificate


def _judge(certificate, issuer, role, usage, subject):
    """Signature, names, key identifiers, key usage, role, validity."""
    authority = extension(certificate, x509.AuthorityKeyIdentifier)
    policies = extension(certificate, x509.CertificatePolicies) or []
    usages = extension(certificate, x509.KeyUsage)
    sound = (
        certificate.issuer == issuer.subject
        and authority is not None and authority.key_identifier == key_identifier(issuer)
        and usages is not None and getattr(usages, usage)
        and role in [policy.policy_identifier.dotted_string for policy in policies])
    try:
        issuer.public_key().verify(
            certificate.signature, certificate.tbs_certificate_bytes, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        sound = False
    if not sound:
        raise refusal(f"{subject}-certificate")
    if not _moment(certificate, "before") <= datetime.now(timezone.utc) <= _moment(
            certificate, "after"):
        raise refusal(f"{subject}-expired")


def _moment(certificate, edge):
    """Where its validity begins or ends; older libraries tell it without a time zone."""
    moment = getattr(certificate, f"not_valid_{edge}_utc", None)
    return moment or getattr(certificate, f"not_valid_{edge}").replace(tzinfo=timezone.utc)


def _attribute(name, kind):
    values = [attribute.value for attribute in name.get_attributes_for_oid(kind)]
    return values[0] if len(values) == 1 else None


def _permitted_eid(euicc, eum):
    """The EID, which must begin as the EUM's name constraint says and have its check digits."""
    eid = _attribute(euicc.subject, NameOID.SERIAL_NUMBER) or ""
    organization = _attribute(euicc.subject, NameOID.ORGANIZATION_NAME)
    constraints = extension(eum, x509.NameConstraints)
    permitted = [name.value for name in (constraints and constraints.permitted_subtrees) or []]
    allowed = any(
        _attribute(name, NameOID.ORGANIZATION_NAME) == organization
        and eid.startswith(_attribute(name, NameOID.SERIAL_NUMBER) or "-") for name in permitted)
    if not (allowed and len(eid) == 32 and eid.isdecimal() and int(eid) % 97 == 1):
        raise refusal("euicc-certificate")
    return eid
