"""Reckon with money: lines, shares, currencies, who pays."""
