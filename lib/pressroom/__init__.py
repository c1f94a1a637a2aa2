"""Transcripts of government press conferences in, tables of speakers, themes and growth figures out."""

__version__ = "0.1.0"
