"""Know what paper is made of before it is drawn: letters, packs, forms of address."""
