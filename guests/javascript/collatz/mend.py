#!/usr/bin/env python3
"""Mends in a component's text what componentize-qjs 0.4.5 cannot make, and writes it anew.

usage: mend.py WIT < component.wat > mended.wat

It runs the beginning of a program while it builds it, with stand-ins for what the host imports; its
stand-ins of `async` functions are refused, but for WASI's own. So it is given a WIT in which they
are not `async`, and here their types become what WIT says. The program calls them synchronously,
as any program may.
"""

import re
import sys


def async_methods(wit):
    """The names of the methods that are `async`."""
    resource, names = None, set()
    for line in wit:
        if found := re.match(r" *resource %?([\w-]+) \{", line):
            resource = found[1]
        elif found := re.match(r" *%?([\w-]+): async func", line):
            names.add(f"[method]{resource}.{found[1]}")
    return names


def mark(lines, names):
    """Makes the types of these methods `async`; no other may have the same type."""
    types, users = {}, {}
    for number, line in enumerate(lines):
        if found := re.match(r"( +)\(type \(;(\d+);\)", line):
            types[len(found[1]), found[2]] = number
        elif found := re.match(r'( +)\(export \(;\d+;\) "(\[method\][^"]*)" \(func \(type (\d+)\)\)\)', line):
            users.setdefault(types[len(found[1]), found[3]], set()).add(found[2])
    for number, methods in users.items():
        if methods <= names:
            lines[number] = lines[number].replace("(func", "(func async", 1)
        elif methods & names:
            sys.exit(f"mend.py: these share a type: {', '.join(sorted(methods))}")


def main():
    with open(sys.argv[1], encoding="utf-8") as wit:
        names = async_methods(wit)
    lines = sys.stdin.read().split("\n")
    mark(lines, names)
    sys.stdout.write("\n".join(lines) + "\n")


main()
