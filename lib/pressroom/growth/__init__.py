"""Sentences in, growth figures out: numbers, periods, clauses and claims, each a pass of its own."""
