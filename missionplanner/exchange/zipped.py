"""Know what a damaged zip archive looks like to who reads it: one answer for packages, workbooks and documents."""

from __future__ import annotations

import struct
import zipfile
import zlib

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)
"""What the library raises for a damaged archive, or one of a kind it does not unpack."""
