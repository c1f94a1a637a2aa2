"""Figures held against each other and against their source: checks, targets, proof."""
