"""Show and change how far every delegate is with what is due, as a grid."""
