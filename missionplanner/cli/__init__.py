"""Work without a window: the second public contract (EXCHANGE §3). Imports no Qt."""
