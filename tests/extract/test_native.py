"""Native libraries are known by their first bytes."""

import struct

import pytest

from assessor.extract.native import named_like_one, native_library


def elf(machine: int, kind: int = 3, order: str = "<") -> bytes:
    return (
        b"\x7fELF\x02" + (b"\x01" if order == "<" else b"\x02") + bytes(10) + struct.pack(f"{order}HH", kind, machine) + bytes(44)
    )


def portable(machine: int, magic: int, managed: bool) -> bytes:
    directories = bytearray(16 * 8)
    if managed:
        directories[14 * 8 : 15 * 8] = struct.pack("<II", 0x2008, 72)
    optional = struct.pack("<H", magic) + bytes((112 if magic == 0x20B else 96) - 2) + bytes(directories)
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine) + bytes(18) + optional


@pytest.mark.parametrize(
    ("head", "target"),
    [
        (elf(0x3E), "Linux x86-64"),
        (elf(0xB7), "Linux arm64"),
        (elf(0x16, order=">"), "Linux s390"),
        (portable(0x14C, 0x10B, managed=False), "Windows x86"),
        (portable(0x8664, 0x20B, managed=False), "Windows x86-64"),
        (struct.pack("<II", 0xFEEDFACF, 0x0100000C), "macOS arm64"),
        (b"\xca\xfe\xba\xbe" + struct.pack(">I", 2), "macOS universal"),
    ],
)
def test_for_what_a_library_was_made(head: bytes, target: str) -> None:
    found = native_library("lib/x", head)
    assert found is not None
    assert (found.name, found.fields, found.evidence.path) == ("native.library", (("target", target),), "lib/x")


@pytest.mark.parametrize(
    "head",
    [
        portable(0x14C, 0x10B, managed=True),
        portable(0x8664, 0x20B, managed=True),
        elf(0x3E, kind=2),
        elf(0x3E, kind=1),
        b"\xca\xfe\xba\xbe" + struct.pack(">I", 52),  # a class of Java
        portable(0x14C, 0x10B, managed=False)[:150],
        b"MZ" + bytes(58) + struct.pack("<I", 0xFFFFFFF0),
        b"\x7fELF",
        b"MZ",
        b"",
        b"a text",
    ],
)
def test_what_is_none(head: bytes) -> None:
    assert native_library("lib/x.dll", head) is None


def test_names() -> None:
    assert all(map(named_like_one, ("lib/libscan.so", "lib/libscan.so.1.2", "bin/SCAN32.DLL", "a.ocx", "liba.dylib")))
    assert not any(map(named_like_one, ("lib/scan.jar", "so.png", "a.software", "dll.txt")))
