"""Certificates for tests: self-signed for 127.0.0.1, made by openssl, valid or expired."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

_SUBJECT = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")


def certificate(folder: Path, *, days: int) -> Path:
    """Return a certificate that is valid for so many days from now; its key stands beside it as key.pem."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl on this machine: no certificates are made")
    key, request, made = folder / "key.pem", folder / "request.pem", folder / "certificate.pem"
    _openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, *_SUBJECT)
    _openssl("x509", "-req", "-in", request, "-signkey", key, "-days", days, "-copy_extensions", "copy", "-out", made)
    return made


def context(certificate: Path) -> ssl.SSLContext:
    """Return what a server needs to show a certificate."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, certificate.with_name("key.pem"))
    return tls


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
