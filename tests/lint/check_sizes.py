#!/usr/bin/env python3
"""Files stop at 500 lines, functions at 60; generated tables are not ours to count."""
import pathlib
import re
import sys

FILE_LIMIT, FUNCTION_LIMIT = 500, 60


def function_lengths(text):
    """(first line, length) of each brace block that follows a parameter list: a function body."""
    stripped = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/',
                      lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)
    stack, line, last = [], 1, ""
    for char in stripped:
        if char == "\n":
            line += 1
        elif char == "{":
            head = last.rstrip()
            is_function = bool(re.search(r"\)\s*(const|noexcept|override|final|mutable|->[^;{}]*|\s)*$", head))
            is_control = bool(re.search(r"\b(if|for|while|switch|catch)\s*\([^{};]*\)\s*$", head))
            stack.append((line, is_function and not is_control))
            last = ""
            continue
        elif char == "}":
            if stack:
                start, is_function = stack.pop()
                if is_function:
                    yield start, line - start + 1
            last = ""
            continue
        elif char == ";":
            last = ""
            continue
        last += char


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    for top in ("app", "core", "ui", "tests"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in {".h", ".cpp", ".py"}:
                continue
            text = path.read_text(encoding="utf-8")
            place = path.relative_to(root)
            if text.count("\n") > FILE_LIMIT:
                problems.append(f"{place}: {text.count(chr(10))} lines, the limit is {FILE_LIMIT}")
            if path.suffix == ".py":
                continue
            for start, length in function_lengths(text):
                if length > FUNCTION_LIMIT:
                    problems.append(f"{place}:{start}: a function of {length} lines, the limit is {FUNCTION_LIMIT}")
    print("\n".join(problems) or "sizes: all within the limits")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
