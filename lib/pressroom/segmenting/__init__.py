"""What the segmenting of a transcript is made of: lines, labels, names, lost labels, answers, assembly."""
