"""Sentences in, growth figures out: numbers, periods, clauses and claims, each a pass of its own."""

from .figures import find_figures
from .record import Figure

__all__ = ["Figure", "find_figures"]
