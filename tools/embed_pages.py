#!/usr/bin/env python3
"""Writes the assembly and the table that put the built pages into the program: embed_pages.py DIST OUT.

Each file goes in as it is, and compressed where that is smaller. The same files give the same bytes."""
import gzip
import pathlib
import sys

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".svg": "image/svg+xml", ".woff2": "font/woff2", ".woff": "font/woff", ".json": "application/json", ".txt": "text/plain; charset=utf-8"}


def main(dist, out):
    assembly, table = ["    .section .rodata"], []
    zipped = out / "gz"
    zipped.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(sorted(p for p in dist.rglob("*") if p.is_file())):
        small = gzip.compress(path.read_bytes(), 9, mtime=0)
        smaller = len(small) < path.stat().st_size
        (zipped / f"{number}.gz").write_bytes(small)
        for suffix, source in (("", path), ("_gz", zipped / f"{number}.gz")):
            assembly += [f"    .global bocage_page_{number}{suffix}", f"bocage_page_{number}{suffix}:",
                         f"    .incbin \"{source}\"", f"    .global bocage_page_{number}{suffix}_end",
                         f"bocage_page_{number}{suffix}_end:", "    .byte 0"]
        web_path = "/" + path.relative_to(dist).as_posix()
        table.append(f'BOCAGE_PAGE({number}, "{web_path}", "{TYPES[path.suffix]}", {str(smaller).lower()})')
    assembly.append('    .section .note.GNU-stack,"",%progbits')
    (out / "pages.S").write_text("\n".join(assembly) + "\n")
    (out / "pages_table.inc").write_text("\n".join(table) + "\n")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
