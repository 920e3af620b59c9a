"""Polygons in the triangle of weights: what lines leave of them, and their areas. Exact in fractions."""


def cut(polygon, p, q, r):
    """The part of a polygon in which p·x + q·y + r ≥ 0."""
    kept = []
    for one, two in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        here, there = (p * point[0] + q * point[1] + r for point in (one, two))
        if here >= 0:
            kept.append(one)
        if here * there < 0:
            part = here / (here - there)
            kept.append((one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])))
    return kept


def area(polygon):
    """The area of a polygon; 0 for none."""
    turned = [*polygon[1:], *polygon[:1]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, turned, strict=True))) / 2
