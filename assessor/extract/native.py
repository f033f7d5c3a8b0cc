"""Native libraries by the head of the file: for which system and processor a `.so`, `.dll` or `.dylib` was made.

In: the first bytes of a binary. Out: `Linux x86-64`, or empty for what is no native library (an assembly of .NET is a `.dll` too,
and so is a text with the wrong ending). Offsets are those of the ELF specification, Microsoft's PE format and Mach-O's `loader.h`.
"""

import struct

from assessor.domain.facts import Evidence, Trait

SUFFIXES = (".so", ".dll", ".dylib", ".ocx", ".jnilib")
HEAD_BYTES = 4096
_ELF = {
    0x03: "x86",
    0x08: "mips",
    0x14: "ppc",
    0x15: "ppc64",
    0x16: "s390",
    0x28: "arm",
    0x3E: "x86-64",
    0xB7: "arm64",
    0xF3: "riscv",
}
_PE = {0x014C: "x86", 0x8664: "x86-64", 0xAA64: "arm64", 0x01C4: "arm"}
_MACH = {0x00000007: "x86", 0x01000007: "x86-64", 0x0000000C: "arm", 0x0100000C: "arm64"}
_UNIVERSAL = b"\xca\xfe\xba\xbe"


def named_like_one(path: str) -> bool:
    """`libscan.so`, `libscan.so.1.2`, `SCAN32.DLL`."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(SUFFIXES) or ".so." in name


def native_library(path: str, head: bytes) -> Trait | None:
    """The fact for a binary whose first bytes are `head`."""
    target = _elf(head) or _portable_executable(head) or _mach(head)
    return Trait("native.library", Evidence(path, 0, "native"), (("target", target),)) if target else None


def _elf(head: bytes) -> str:
    if not head.startswith(b"\x7fELF") or len(head) < 20:
        return ""
    kind, machine = struct.unpack_from(">HH" if head[5] == 2 else "<HH", head, 16)
    return f"Linux {_ELF.get(machine, 'other')}" if kind == 3 else ""


def _portable_executable(head: bytes) -> str:
    """Empty for a managed assembly: its directory of the common language runtime (the fifteenth) is filled."""
    if not head.startswith(b"MZ") or len(head) < 0x40:
        return ""
    (start,) = struct.unpack_from("<I", head, 0x3C)
    if head[start : start + 4] != b"PE\0\0" or len(head) < start + 26:
        return ""
    (machine,) = struct.unpack_from("<H", head, start + 4)
    (magic,) = struct.unpack_from("<H", head, start + 24)
    runtime = start + 24 + (112 if magic == 0x20B else 96) + 14 * 8
    if len(head) < runtime + 8 or any(head[runtime : runtime + 8]):
        return ""
    return f"Windows {_PE.get(machine, 'other')}"


def _mach(head: bytes) -> str:
    if len(head) < 8:
        return ""
    if head.startswith(_UNIVERSAL):
        return "macOS universal" if struct.unpack_from(">I", head, 4)[0] < 20 else ""
    magic, machine = struct.unpack_from("<II", head)
    return f"macOS {_MACH.get(machine, 'other')}" if magic in (0xFEEDFACE, 0xFEEDFACF) else ""
