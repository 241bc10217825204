"""The address of a server, and who asks: what is read from where, and that a password is never shown."""

import os
from pathlib import Path

import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.credentials import NOBODY, Credentials, find_credentials
from graph_store.errors import AddressInvalid, CredentialsMissing

SECRET = "planted-password-7f3a"


@pytest.mark.parametrize(
    ("text", "uri", "database"),
    [
        ("bolt://localhost", "bolt://localhost:7687", None),
        ("neo4j+s://graph.example.org:7777/district", "neo4j+s://graph.example.org:7777", "district"),
        ("bolt+ssc://[::1]:7688", "bolt+ssc://[::1]:7688", None),
        ("neo4j://a/?policy=eu", "neo4j://a:7687?policy=eu", None),
    ],
)
def test_an_address_is_taken_apart(text: str, uri: str, database: str | None) -> None:
    address = parse_address(text)
    assert (address.uri, address.database) == (uri, database)


@pytest.mark.parametrize(
    "text",
    ["localhost", "http://a", "bolt://", "bolt://a:x", "bolt://a/b/c", "bolt://a?b=c", "bolt://a/1", "bolt://[a"],
)
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(AddressInvalid, match="bolt://localhost:7687"):
        parse_address(text)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(AddressInvalid) as raised:
        parse_address(f"bolt://neo4j:{SECRET}@localhost")
    assert SECRET not in raised.value.zh + raised.value.en
    assert "GRIDGOV_NEO4J_PASSWORD" in raised.value.zh


def test_credentials_come_from_the_environment_the_projects_own_names_first() -> None:
    both = {"NEO4J_USER": "a", "NEO4J_PASSWORD": "b", "GRIDGOV_NEO4J_USER": "c", "GRIDGOV_NEO4J_PASSWORD": "d"}
    assert find_credentials("x", environment=both) == Credentials("c", "d")
    assert find_credentials("x", environment={"NEO4J_USERNAME": "a", "NEO4J_PASSWORD": "b"}) == Credentials("a", "b")
    assert find_credentials("x", environment={"NEO4J_PASSWORD": "b"}) == Credentials("neo4j", "b")
    assert find_credentials("x", environment={"NEO4J_AUTH": "a/b/c"}) == Credentials("a", "b/c")
    assert find_credentials("x", environment={"NEO4J_AUTH": "none"}) == NOBODY


@pytest.mark.parametrize("text", ["a\nb c\n", "# Aura\nNEO4J_USERNAME=a\nNEO4J_PASSWORD=b c\nOTHER=1\n"])
def test_credentials_come_from_a_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "neo4j.txt"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    assert find_credentials("x", file=file, environment={"NEO4J_PASSWORD": "z"}) == Credentials("a", "b c")
    assert find_credentials("x", environment={"GRIDGOV_NEO4J_CREDENTIALS": str(file)}) == Credentials("a", "b c")


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "neo4j.txt"
    file.write_text(f"a\n{SECRET}\n", encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(CredentialsMissing, match="chmod 600") as raised:
        find_credentials("x", file=file)
    assert SECRET not in raised.value.zh + raised.value.en


@pytest.mark.parametrize("text", ["", f"{SECRET}\n", f"a\n{SECRET}\nb\n"])
def test_a_file_of_another_form_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    file = tmp_path / "neo4j.txt"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(CredentialsMissing, match="two lines") as raised:
        find_credentials("x", file=file)
    assert SECRET not in raised.value.zh + raised.value.en


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CredentialsMissing, match="cannot be read"):
        find_credentials("x", file=tmp_path / "none")


def test_a_person_is_asked_last_and_where_nobody_is_there_it_is_said() -> None:
    asked = find_credentials("bolt://a", prompt=lambda address: Credentials(address, SECRET), environment={})
    assert asked == Credentials("bolt://a", SECRET)
    with pytest.raises(CredentialsMissing, match="GRIDGOV_NEO4J_USER"):
        find_credentials("x", environment={})


def test_credentials_show_no_password() -> None:
    assert SECRET not in f"{Credentials('a', SECRET)!r} {Credentials('a', SECRET)}"
