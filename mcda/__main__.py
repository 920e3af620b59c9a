"""`python -m mcda`."""

from mcda.cli import main

main()
