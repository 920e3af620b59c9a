"""Text ⇄ model: case files, the catalogue of criteria, and the schema of both."""

from mcda.files.case import load

__all__ = ["load"]
