"""The files that pages are saved as: bytes in, text out, each format in a module of its own."""
