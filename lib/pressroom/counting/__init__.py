"""Counting and comparing: matching, rates, dispersion, keyness, collocates, quanteda, human coders."""
