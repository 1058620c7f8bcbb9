"""Paints the pictures that the suite draws, texel by texel, as the WebGPU specification says.

    python3 paint.py

Triangles cover the samples that lie in them; what is interpolated is linear in the plane, or
divided by w; colors are blended and resolved as numbers. The suite has the same triangles: see
../src/pictures.rs.
"""

import pathlib
import struct
import zlib

SIZE = 64
FOUR_SAMPLES = [(0.375, 0.125), (0.875, 0.375), (0.125, 0.625), (0.625, 0.875)]
CENTER = [(0.5, 0.5)]

# Triangles: a color, and corners in clip space: x, y, z, w. All are on sixteenths of a texel, so that
# no GPU has to round them.
CROSSING = [
    ((1.0, 0.2, 0.2, 1.0), [(-0.912109375, -0.830078125, 0.1, 1), (0.869140625, -0.791015625, 0.9, 1), (-0.072265625, 0.931640625, 0.5, 1)]),
    ((0.2, 1.0, 0.2, 1.0), [(0.892578125, -0.712890625, 0.1, 1), (-0.931640625, -0.669921875, 0.9, 1), (0.111328125, 0.771484375, 0.4, 1)]),
    ((0.2, 0.2, 1.0, 1.0), [(-0.970703125, 0.310546875, 0.3, 1), (0.951171875, 0.291015625, 0.3, 1), (0.029296875, -0.962890625, 0.6, 1)]),
]
# The same, each at a depth of its own.
LAYERS = [
    (color, [(x, y, depth, w) for x, y, _, w in corners])
    for (color, corners), depth in zip(CROSSING, (0.25, 0.75, 0.5))
]
GLASS = [
    ((1.0, 0.0, 0.0, 0.5), [(-0.912109375, -0.830078125, 0, 1), (0.869140625, -0.791015625, 0, 1), (-0.072265625, 0.931640625, 0, 1)]),
    ((0.0, 1.0, 0.0, 0.25), [(0.892578125, -0.712890625, 0, 1), (-0.931640625, -0.669921875, 0, 1), (0.111328125, 0.771484375, 0, 1)]),
    ((0.0, 0.0, 1.0, 0.75), [(-0.970703125, 0.310546875, 0, 1), (0.951171875, 0.291015625, 0, 1), (0.029296875, -0.962890625, 0, 1)]),
]
FLOOR = [
    ((1.0, 1.0, 1.0, 1.0), [(-0.900390625, -0.900390625, 0, 1), (0.900390625, -0.900390625, 0, 1), (-1.796875, 2.3984375, 0, 4)]),
    ((1.0, 1.0, 1.0, 1.0), [(-1.796875, 2.3984375, 0, 4), (0.900390625, -0.900390625, 0, 1), (1.796875, 2.3984375, 0, 4)]),
]
# Where the corners of the floor are on a board of 4 by 4 fields.
BOARD = [[(0, 0), (4, 0), (0, 4)], [(0, 4), (4, 0), (4, 4)]]


def weights(corners, x, y):
    """How near a point is to each corner of a triangle; none where it lies outside."""
    (ax, ay), (bx, by), (cx, cy) = corners
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    a = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area
    b = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area
    c = 1 - a - b
    return (a, b, c) if min(a, b, c) >= 0 else None


def on_screen(corner):
    x, y, _, w = corner
    return (x / w + 1) / 2 * SIZE, (1 - y / w) / 2 * SIZE


def painted(triangles, samples, merge, shade):
    """A picture; merge makes a new color of the one that is there."""
    rows = []
    for y in range(SIZE):
        row = []
        for x in range(SIZE):
            found = [sample(triangles, x + dx, y + dy, merge, shade) for dx, dy in samples]
            row.append([sum(parts) / len(found) for parts in zip(*found)])
        rows.append(row)
    return rows


def sample(triangles, x, y, merge, shade):
    color, depth = [0.0, 0.0, 0.0, 0.0], 1.0
    for index, (drawn, corners) in enumerate(triangles):
        near = weights([on_screen(corner) for corner in corners], x, y)
        if near is None:
            continue
        z = sum(part * corner[2] / corner[3] for part, corner in zip(near, corners))
        color, depth = merge(color, depth, shade(index, drawn, corners, near), z)
    return color


def nearest(color, depth, drawn, z):
    return (list(drawn), z) if z < depth else (color, depth)


def over(color, depth, drawn, _z):
    alpha = drawn[3]
    blended = [alpha * new + (1 - alpha) * old for new, old in zip(drawn[:3], color)]
    return blended + [alpha + (1 - alpha) * color[3]], depth


def last(_color, depth, drawn, _z):
    return list(drawn), depth


def plain(_index, drawn, _corners, _near):
    return drawn


def board(index, _drawn, corners, near):
    inverse = [part / corner[3] for part, corner in zip(near, corners)]
    u, v = (
        sum(part * place[axis] for part, place in zip(inverse, BOARD[index])) / sum(inverse)
        for axis in (0, 1)
    )
    return (1.0, 1.0, 1.0, 1.0) if (int(u) + int(v)) % 2 == 0 else (0.0, 0.0, 0.4, 1.0)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(name, rows):
    """As PNG that is not compressed, so that a guest can read it easily."""
    texels = b"".join(
        b"\0" + bytes(round(max(0, min(1, part)) * 255) for texel in row for part in texel)
        for row in rows
    )
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    path = pathlib.Path(__file__).with_name(name)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(texels, 0))
        + chunk(b"IEND", b"")
    )


if __name__ == "__main__":
    write("depth.png", painted(CROSSING, CENTER, nearest, plain))
    write("samples.png", painted(LAYERS, FOUR_SAMPLES, nearest, plain))
    write("glass.png", painted(GLASS, CENTER, over, plain))
    write("board.png", painted(FLOOR, CENTER, last, board))
