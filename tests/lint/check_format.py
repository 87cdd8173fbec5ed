#!/usr/bin/env python3
"""clang-format 14 agrees with every source file (the version is pinned: others format differently)."""
import pathlib
import shutil
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1])
    tool = shutil.which("clang-format-14")
    if not tool:
        print("clang-format-14 is missing: apt-get install clang-format-14")
        return 1
    files = [str(p) for top in ("app", "core", "ui", "tests") for p in sorted((root / top).rglob("*"))
             if p.suffix in {".h", ".cpp"}]
    problems = []
    for start in range(0, len(files), 40):
        run = subprocess.run([tool, "--dry-run", "-ferror-limit=1", *files[start:start + 40]],
                             capture_output=True, text=True, check=False)
        problems += [line for line in run.stderr.splitlines() if "warning:" in line]
    bad = sorted({line.split(":", 1)[0] for line in problems})
    print("\n".join(f"{pathlib.Path(b).relative_to(root)}: run clang-format-14 -i" for b in bad)
          or f"format: {len(files)} files")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
