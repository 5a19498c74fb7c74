"""Ask how the paper of a mission looks and who pays: organisers, colour, cover, funding, foot."""
