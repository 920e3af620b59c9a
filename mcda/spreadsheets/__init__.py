"""Workbooks, both ways. `formulas` turns traced steps and a case's expressions into cells that recalculate."""
