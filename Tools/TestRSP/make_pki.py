#!/usr/bin/python3
"""Makes the certificates and keys of the test world anew, in place of those that are there.

    Tools/TestRSP/make_pki.py

`pki/` is for servers and clients; what the virtual eUICC embeds goes to `Sources/VirtualCard/PKI/`.
The extensions are those of SGP.22 §4.5.2.1; SGP.26 has the same for its own test certificates.
Every key is published with the project: they prove nothing to anybody.
"""

import ipaddress
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HERE = Path(__file__).resolve().parent
SERVERS = HERE / "pki"
CARD = HERE.parents[1] / "Sources/VirtualCard/PKI"
BEGIN, END = datetime(2026, 1, 1), datetime(2056, 1, 1)

# id-rspRole (SGP.22 annex H)
ROLE = {
    role: x509.ObjectIdentifier(f"2.23.146.1.2.1.{number}")
    for number, role in enumerate(
        ["ci", "euicc", "eum", "dp-tls", "dp-auth", "dp-pb", "ds-tls", "ds-auth"])
}

# The first eight digits are the EUM's (SGP.02 §2.2.2); the EIDs are those of the built-in cards.
ISSUER_IDENTIFICATION = "89049032"
EIDS = {
    "blank": "89049032000000000000012600074735",
    "travel": "89049032000000000000012600041755",
}


class Party:
    """A certificate and its key."""

    def __init__(self, certificate, key):
        self.certificate, self.key = certificate, key


def name(common_name, serial_number=None, organization="cardinfo test"):
    attributes = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "XX"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
    ]
    if serial_number:
        attributes.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, serial_number))
    return x509.Name([*attributes, x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def key_usage(*usages):
    every = [
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
    return x509.KeyUsage(**{usage: usage in usages for usage in every})


def issue(subject, role, issuer=None, extensions=(), begin=BEGIN, end=END):
    """A party whose certificate `issuer` signed, or itself; `extensions` are (value, critical)."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(
            x509.CertificatePolicies([x509.PolicyInformation(ROLE[role], None)]), True))
    if issuer:
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(
            issuer.certificate.public_key())
        builder = builder.add_extension(identifier, False)
    for value, critical in extensions:
        builder = builder.add_extension(value, critical)
    return Party(builder.sign(signer, hashes.SHA256()), key)


def registered(oid):
    return x509.RegisteredID(x509.ObjectIdentifier(oid))


def certificate_issuer(number):
    return issue(name(f"cardinfo test CI {number}"), "ci", extensions=[
        (x509.BasicConstraints(ca=True, path_length=None), True),
        (key_usage("key_cert_sign", "crl_sign"), True),
        (x509.SubjectAlternativeName([registered(f"2.999.1.{number}")]), False)])


def manufacturer(ci):
    permitted = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "cardinfo test EUM"),
        x509.NameAttribute(NameOID.SERIAL_NUMBER, ISSUER_IDENTIFICATION)])
    return issue(
        name("cardinfo test EUM", organization="cardinfo test EUM"), "eum", ci, extensions=[
            (x509.BasicConstraints(ca=True, path_length=0), True),
            (key_usage("key_cert_sign"), True),
            (x509.SubjectAlternativeName([registered("2.999.5")]), False),
            (x509.NameConstraints([x509.DirectoryName(permitted)], None), True)])


def euicc(eum, eid, common_name):
    subject = name(common_name, eid, organization="cardinfo test EUM")
    return issue(subject, "euicc", eum, extensions=[(key_usage("digital_signature"), True)])


def server(ci, role, oid, common_name):
    return issue(name(common_name), role, ci, extensions=[
        (key_usage("digital_signature"), True),
        (x509.SubjectAlternativeName([registered(oid)]), False)])


def tls(ci, role, oid, host="localhost", **validity):
    addresses = [x509.DNSName(host)]
    if host == "localhost":
        addresses.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    return issue(name(host), role, ci, **validity, extensions=[
        (key_usage("digital_signature"), True),
        (x509.ExtendedKeyUsage(
            [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]), True),
        (x509.SubjectAlternativeName([*addresses, registered(oid)]), False)])


def encoded(party, encoding):
    key = party.key.private_bytes(
        encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return party.certificate.public_bytes(encoding), key


def write_pem(label, party):
    certificate, key = encoded(party, serialization.Encoding.PEM)
    (SERVERS / f"{label}.pem").write_bytes(certificate)
    (SERVERS / f"{label}.TEST-KEY.pem").write_bytes(key)


def write_for_card(label, party, with_key=False):
    certificate, key = encoded(party, serialization.Encoding.DER)
    (CARD / f"{label}.der").write_bytes(certificate)
    if with_key:
        (CARD / f"{label}-test-key.der").write_bytes(key)


def main():
    for folder in (SERVERS, CARD):
        folder.mkdir(parents=True, exist_ok=True)
    world = {}
    # Two worlds that don't know each other: the card trusts the first only.
    for number, suffix in ((1, ""), (2, "-2")):
        ci = world["ci" + suffix] = certificate_issuer(number)
        eum = world["eum" + suffix] = manufacturer(ci)
        world["euicc-blank" + suffix] = euicc(eum, EIDS["blank"], "cardinfo test eUICC blank")
        dp, ds = f"2.999.10.{number}", f"2.999.20.{number}"
        world["dp-auth" + suffix] = server(ci, "dp-auth", dp, "cardinfo test SM-DP+")
        world["dp-pb" + suffix] = server(ci, "dp-pb", dp, "cardinfo test SM-DP+")
        world["ds-auth" + suffix] = server(ci, "ds-auth", ds, "cardinfo test SM-DS")
        world["dp-tls" + suffix] = tls(ci, "dp-tls", dp)
        world["ds-tls" + suffix] = tls(ci, "ds-tls", ds)
    ci, eum = world["ci"], world["eum"]
    world["euicc-travel"] = euicc(eum, EIDS["travel"], "cardinfo test eUICC travel")
    world["dp-tls-expired"] = tls(
        ci, "dp-tls", "2.999.10.1", begin=datetime(2020, 1, 1), end=datetime(2021, 1, 1))
    world["dp-tls-wrong-host"] = tls(ci, "dp-tls", "2.999.10.1", host="elsewhere.example")
    world["dp-tls-self-signed"] = tls(None, "dp-tls", "2.999.10.1")

    for label, party in world.items():
        write_pem(label, party)
    write_for_card("ci", ci)
    write_for_card("eum", eum)
    for card in EIDS:
        write_for_card(f"euicc-{card}", world[f"euicc-{card}"], with_key=True)


if __name__ == "__main__":
    main()
