"""What the charts are drawn with: the house style, captions, and the charts of themes and growth."""
