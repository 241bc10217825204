"""Which part of an xlsx container holds which sheet."""

import posixpath
import xml.etree.ElementTree as ET

from loaders.readers.package import Package


def sheet_parts(package: Package) -> dict[str, bytes]:
    """The XML of each sheet by the sheet's name; a sheet whose part is missing is left out."""
    targets = _targets(package)
    found: dict[str, bytes] = {}
    for element in ET.fromstring(package.part("xl/workbook.xml")).iter():
        if local_name(element.tag) == "sheet" and (name := element.get("name")) is not None:
            link = next((value for key, value in element.attrib.items() if local_name(key) == "id"), "")
            if data := package.part(targets.get(link, "")):
                found[name] = data
    return found


def counts_from_1904(package: Package) -> bool:
    """Whether the workbook counts days from 1904, as those do that began in Excel for the Mac."""
    data = package.part("xl/workbook.xml")
    if b"date1904" not in data:
        return False
    return any(element.get("date1904") in ("1", "true") for element in ET.fromstring(data).iter())


def _targets(package: Package) -> dict[str, str]:
    data = package.part("xl/_rels/workbook.xml.rels")
    if not data:
        return {}
    return {
        entry.get("Id", ""): _within_package(entry.get("Target", ""))
        for entry in ET.fromstring(data)
        if entry.get("TargetMode") != "External"  # a link to another file is not followed
    }


def _within_package(target: str) -> str:
    target = target.replace("\\", "/")
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def local_name(tag: str) -> str:
    """The name of an element or attribute without its namespace: the strict and the usual format differ in that."""
    return tag.rpartition("}")[2]
