"""Show and change a B2B session: who takes part, who wants to meet whom, who meets when and where."""
