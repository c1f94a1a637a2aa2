"""Sentences in, growth figures out: numbers, periods, clauses and claims, each a pass of its own."""

from .figures import Figure, find_figures

__all__ = ["Figure", "find_figures"]
